package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Template.FunctionDeclaration;
import dev.belay.template.type.Subject;
import dev.belay.template.type.TypeChecker;
import dev.belay.template.value.Environment;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions that a template defines. */
final class UserFunctions {

    private final TemplateRun run;
    private final Map<String, Defined> functions = new LinkedHashMap<>();

    UserFunctions(TemplateRun run) {
        this.run = run;
        for (FunctionDeclaration declaration : run.template().functions()) {
            var function = new Defined(declaration);
            functions.put(function.name().toLowerCase(Locale.ROOT), function);
        }
    }

    Optional<UserFunction> find(String qualifiedName) {
        return Optional.ofNullable(functions.get(qualifiedName.toLowerCase(Locale.ROOT)));
    }

    /** What is wrong with the definitions, whether they are called or not. */
    void check() {
        new FunctionRules(run, name -> functions.containsKey(name.toLowerCase(Locale.ROOT)))
                .check();
    }

    private final class Defined implements UserFunction {

        private final FunctionDeclaration declaration;
        private final List<JsonObject> parameters;
        private final JsonObject output;

        Defined(FunctionDeclaration declaration) {
            this.declaration = declaration;
            this.parameters = new ArrayList<>();
            for (Json json :
                    declaration
                            .json()
                            .find("parameters")
                            .flatMap(Json::asArray)
                            .orElse(JsonArray.EMPTY)) {
                json.asObject().ifPresent(parameters::add);
            }
            this.output =
                    declaration.json().find("output").flatMap(Json::asObject).orElse(Json.object());
        }

        @Override
        public String name() {
            return declaration.namespace() + "." + declaration.name();
        }

        @Override
        public List<String> parameters() {
            return parameters.stream().map(Defined::nameOf).toList();
        }

        @Override
        public Json body() {
            return output.find("value").orElse(Json.nullValue());
        }

        @Override
        public Environment inside(Map<String, Value> arguments) {
            var checker = new TypeChecker(run.definitions(), Subject.argumentOf(name()));
            for (JsonObject parameter : parameters) {
                Value argument = arguments.get(nameOf(parameter));
                if (argument != null) {
                    checker.check(parameter, argument, nameOf(parameter));
                }
            }
            return new FunctionPlace(Place.of(run), name(), arguments);
        }

        @Override
        public Value checked(Value result) {
            new TypeChecker(run.definitions(), Subject.RESULT).check(output, result, name());
            return result;
        }

        private static String nameOf(JsonObject parameter) {
            return parameter.find("name").flatMap(Json::asText).orElse("");
        }
    }

    /** {@code The parameter 'p' is not found in template function 'ns.f'.} */
    static TemplateFault noParameter(String name, String function) {
        return TemplateFault.of(
                "The parameter '"
                        + name
                        + "' is not found in template function '"
                        + function
                        + "'. Please see https://aka.ms/arm-syntax-functions for usage details.");
    }

    static JsonPointer bodyOf(FunctionDeclaration declaration) {
        return declaration.pointer().child("output").child("value");
    }
}
