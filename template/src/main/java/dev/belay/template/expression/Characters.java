package dev.belay.template.expression;

/** Which characters make up a name: letters of any script, digits but not first, {@code _ $}. */
final class Characters {

    private Characters() {}

    static boolean startsName(char character) {
        return Character.isLetter(character) || character == '_' || character == '$';
    }

    static boolean continuesName(char character) {
        return startsName(character) || isDigit(character);
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isIdentifier(String name) {
        if (name.isEmpty() || !startsName(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(character -> continuesName((char) character));
    }
}
