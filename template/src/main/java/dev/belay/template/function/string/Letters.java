package dev.belay.template.function.string;

import java.util.function.IntUnaryOperator;

/** Case of letters as .NET's invariant culture has it: no letter becomes two, no Turkish i. */
final class Letters {

    private Letters() {}

    static String each(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static int small(int letter) {
        return letter == 0x130 ? letter : Character.toLowerCase(letter);
    }

    static int capital(int letter) {
        return letter == 0x131 || letter == 0x17F ? letter : Character.toUpperCase(letter);
    }

    /** .NET's white space: Unicode's separators and the control characters among them. */
    static boolean isBlank(int character) {
        return Character.isSpaceChar(character)
                || (character >= 9 && character <= 13)
                || character == 0x85;
    }
}
