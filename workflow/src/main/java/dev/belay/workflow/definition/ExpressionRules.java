package dev.belay.workflow.definition;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.workflow.definition.FileContext.Use;
import dev.belay.workflow.definition.TextPart.Embedded;
import dev.belay.workflow.definition.YamlNode.Scalar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the expressions of one text and notes what they take from the run. */
record ExpressionRules(Scalar scalar, FileContext context) {

    private static final String EXAMPLE =
            "An expression is a call such as inputs('sku') or concat('a', 'b').";

    static void check(YamlNode node, FileContext context) {
        switch (node) {
            case Scalar scalar when scalar.text().isPresent() ->
                    new ExpressionRules(scalar, context).check();
            case Scalar _ -> {}
            case YamlNode.Sequence sequence ->
                    sequence.items().forEach(item -> check(item, context));
            case YamlNode.Mapping mapping ->
                    mapping.entries().forEach(entry -> checkMember(entry, context));
        }
    }

    private static void checkMember(YamlNode.Entry entry, FileContext context) {
        if (!TextPart.isPlain(entry.key())) {
            context.problems()
                    .add(
                            entry.where(),
                            "The name of a member cannot be an expression.",
                            "Build the whole object in one expression with createObject().");
        }
        check(entry.value(), context);
    }

    private void check() {
        List<TextPart> parts;
        try {
            parts = TextPart.of(scalar.text().orElse(""));
        } catch (TemplateFault fault) {
            add(fault.offset().orElse(0), fault, "End it with '}}'; write $${{ for plain text.");
            return;
        }
        for (TextPart part : parts) {
            if (part instanceof Embedded embedded) {
                check(embedded);
            }
        }
    }

    private void check(Embedded embedded) {
        Expression expression;
        try {
            expression = ExpressionParser.parse(embedded.text());
        } catch (TemplateFault fault) {
            add(embedded.start() + fault.offset().orElse(0), fault, EXAMPLE);
            return;
        }
        expression.eachCall(call -> check(call, embedded));
        for (Reference reference : References.in(expression)) {
            context.uses().add(new Use(reference, place(reference, embedded)));
        }
    }

    private void check(Call call, Embedded embedded) {
        String name = call.name();
        Place place = place(name + "\\s*\\(", embedded);
        if (name.indexOf('.') >= 0) {
            context.problems().add(place, "There is no function '" + name + "'.", EXAMPLE);
        } else if (WorkflowFunctions.isOwn(name)) {
            checkOwn(call, place);
        } else if (WorkflowFunctions.isLeftOut(name)) {
            context.problems()
                    .add(
                            place,
                            "The function '" + name + "' means nothing in a workflow.",
                            "It belongs into the template; here stand inputs(), provisioners(),"
                                    + " steps(), run() and functions that need only their"
                                    + " arguments.");
        } else {
            checkLanguage(call, place);
        }
    }

    private void checkOwn(Call call, Place place) {
        boolean run = call.isTo(WorkflowFunctions.RUN);
        int wanted = run ? 0 : 1;
        if (call.arguments().size() != wanted) {
            context.problems()
                    .add(
                            place,
                            "'"
                                    + call.name()
                                    + "' takes "
                                    + (run ? "no argument" : "one argument, a name")
                                    + ", not "
                                    + call.arguments().size()
                                    + ".");
        } else if (!run && !(call.arguments().getFirst() instanceof StringLiteral)) {
            context.problems()
                    .add(
                            place,
                            "The argument of '" + call.name() + "' must be a name in apostrophes.",
                            "Write the name itself, so that it can be checked before the run.");
        }
    }

    private void checkLanguage(Call call, Place place) {
        var function = WorkflowFunctions.ofLanguage(call.name());
        if (function.isEmpty()) {
            context.problems()
                    .add(
                            place,
                            "There is no function '" + call.name() + "'.",
                            Nearest.hint(call.name(), WorkflowFunctions.names(), EXAMPLE));
            return;
        }
        try {
            function.get().signature().checkCount(call.name(), call.arguments().size());
        } catch (TemplateFault fault) {
            context.problems().add(place, fault.diagnostic().message());
        }
    }

    private Place place(Reference reference, Embedded embedded) {
        return switch (reference) {
            case Reference.ToInput(var name) -> place(WorkflowFunctions.INPUTS, name, embedded);
            case Reference.ToProvisioner(var name, _) ->
                    place(WorkflowFunctions.PROVISIONERS, name, embedded);
            case Reference.ToStep(var name, _) -> place(WorkflowFunctions.STEPS, name, embedded);
            case Reference.ToRun _ -> scalar.at(embedded.start());
        };
    }

    private Place place(String function, String name, Embedded embedded) {
        String literal = Pattern.quote(name.replace("'", "''"));
        return place(function + "\\s*\\(\\s*'" + literal + "'", embedded);
    }

    /** Where the first text like this stands in the expression. */
    private Place place(String pattern, Embedded embedded) {
        Matcher matcher = Pattern.compile("(?i)\\b" + pattern).matcher(embedded.text());
        return scalar.at(embedded.start() + (matcher.find() ? matcher.start() : 0));
    }

    private void add(int offset, TemplateFault fault, String hint) {
        context.problems().add(scalar.at(offset), fault.diagnostic().message(), hint);
    }
}
