package dev.belay.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;

import java.util.Set;
import java.util.TreeSet;

/** JSON is {@code Json}; no field, parameter or result is a map of text to just anything. */
final class SignatureRules {

    private SignatureRules() {}

    static Set<String> noMapsOfAnything(ByteCode code) {
        var broken = new TreeSet<String>();
        for (JavaClass type : code.classes()) {
            for (var field : type.getFields()) {
                note(field.getType(), field.getFullName(), broken);
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                note(unit.getReturnType(), unit.getFullName(), broken);
                unit.getParameterTypes()
                        .forEach(parameter -> note(parameter, unit.getFullName(), broken));
            }
        }
        return broken;
    }

    private static void note(JavaType type, String where, Set<String> broken) {
        if (!(type instanceof JavaParameterizedType generic)) {
            return;
        }
        var arguments = generic.getActualTypeArguments();
        boolean map =
                arguments.size() == 2
                        && generic.toErasure().getSimpleName().endsWith("Map")
                        && arguments.get(0).getName().equals("java.lang.String")
                        && arguments.get(1).getName().equals("java.lang.Object");
        if (map) {
            broken.add(
                    where + " has a " + generic.toErasure().getSimpleName() + "<String, Object>");
        }
        arguments.forEach(argument -> note(argument, where, broken));
    }
}
