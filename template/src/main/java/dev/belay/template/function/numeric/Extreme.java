package dev.belay.template.function.numeric;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** The smallest or greatest of numbers, or of one array of numbers. */
final class Extreme {

    private Extreme() {}

    static Value of(Call call, BinaryOperator<JsonNumber> better) {
        List<Json> numbers = new ArrayList<>();
        if (call.count() == 1 && call.json(0) instanceof JsonArray(var items)) {
            numbers.addAll(items);
        } else {
            for (int at = 0; at < call.count(); at++) {
                numbers.add(call.json(at));
            }
        }
        if (numbers.isEmpty()) {
            throw TemplateFault.of(
                    "Unable to evaluate template language function '"
                            + call.name()
                            + "'. At least one parameter should be provided. Please see"
                            + " https://aka.ms/arm-functions for usage details.");
        }
        return Value.of(
                numbers.stream().map(json -> number(call, json)).reduce(better).orElseThrow());
    }

    private static JsonNumber number(Call call, Json json) {
        if (json instanceof JsonNumber number) {
            return number;
        }
        throw TemplateFault.of(
                "The provided arguments for template language function '"
                        + call.name()
                        + "' is not valid: all function arguments should be of numeric types."
                        + " Please see https://aka.ms/arm-functions#"
                        + call.name()
                        + " for usage details.");
    }
}
