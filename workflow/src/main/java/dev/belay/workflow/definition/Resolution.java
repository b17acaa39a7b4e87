package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.evaluation.Evaluator;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.TextPart.Embedded;
import dev.belay.workflow.definition.TextPart.Plain;

import java.util.List;

/** Evaluates the texts of one value of a workflow. */
record Resolution(Values values, Place where) {

    Value text(String text) {
        List<TextPart> parts;
        try {
            parts = TextPart.of(text);
        } catch (TemplateFault fault) {
            throw fault(text, fault);
        }
        if (parts.size() == 1 && parts.getFirst() instanceof Embedded(var expression, _)) {
            return evaluate(expression);
        }
        return joined(parts.stream().map(this::value).toList());
    }

    private Value value(TextPart part) {
        return switch (part) {
            case Plain(var text) -> Value.of(text);
            case Embedded(var expression, _) -> evaluate(expression);
        };
    }

    /** The values as one text; null is no text at all. */
    Value joined(List<Value> parts) {
        var text = new StringBuilder();
        boolean secret = false;
        for (Value part : parts) {
            secret |= part.holdsSecret();
            text.append(
                    switch (part.known().orElseThrow()) {
                        case JsonString(var own) -> own;
                        case JsonNull _ -> "";
                        case Json other -> other.toText();
                    });
        }
        Value whole = Value.of(text.toString());
        return secret ? Value.secure(whole) : whole;
    }

    private Value evaluate(String text) {
        try {
            Value value =
                    Evaluator.evaluate(
                            ExpressionParser.parse(text),
                            new NoTemplate(),
                            WorkflowFunctions.with(values));
            if (!value.isFinished()) {
                throw TemplateFault.of("Only a deployment could tell its value.");
            }
            return value;
        } catch (TemplateFault fault) {
            throw fault(TextPart.OPEN + text + TextPart.CLOSE, fault);
        }
    }

    private WorkflowFault fault(String text, TemplateFault fault) {
        return new WorkflowFault(
                Problem.of(
                        where,
                        "'"
                                + text.strip()
                                + "' cannot be evaluated: "
                                + values.masked(fault.diagnostic().message())));
    }
}
