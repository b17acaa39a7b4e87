package dev.belay.workflow.definition;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.catalog.Functions;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.FunctionTable;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The functions of a workflow's expressions: those of the template language that need nothing but
 * their arguments, and {@code inputs}, {@code provisioners}, {@code steps}, {@code run}.
 */
final class WorkflowFunctions {

    static final String INPUTS = "inputs";
    static final String PROVISIONERS = "provisioners";
    static final String STEPS = "steps";
    static final String RUN = "run";

    /** What needs a template, a scope or Azure, or yields something else each time. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "copyindex",
                    "deployer",
                    "deployment",
                    "environment",
                    "extensions",
                    "managementgroup",
                    "newguid",
                    "parameters",
                    "pickzones",
                    "providers",
                    "reference",
                    "references",
                    "resourcegroup",
                    "resourceinfo",
                    "roledefinitions",
                    "subscription",
                    "target",
                    "tenant",
                    "tologicalzone",
                    "tologicalzones",
                    "tophysicalzone",
                    "tophysicalzones",
                    "utcnow",
                    "variables");

    private WorkflowFunctions() {}

    private record Own(Signature signature, Function<Call, Value> body)
            implements TemplateFunction {
        @Override
        public Value call(Call call) {
            return body.apply(call);
        }
    }

    static FunctionTable with(Values values) {
        Map<String, TemplateFunction> own = own(values);
        return name ->
                Optional.ofNullable(own.get(name.toLowerCase(Locale.ROOT)))
                        .or(() -> ofLanguage(name));
    }

    private static Map<String, TemplateFunction> own(Values values) {
        var own = new LinkedHashMap<String, TemplateFunction>();
        add(
                own,
                INPUTS,
                "There is no input",
                name -> Optional.ofNullable(values.inputs().get(name)));
        add(own, PROVISIONERS, "Nothing was deployed yet by the provisioner", values::provisioner);
        add(own, STEPS, "There is no earlier step", values::step);
        own.put(RUN, new Own(function(RUN), _ -> values.runValue()));
        return own;
    }

    private static void add(
            Map<String, TemplateFunction> own,
            String function,
            String missing,
            Function<String, Optional<Value>> find) {
        own.put(
                function,
                new Own(
                        function(function).only("name"),
                        call -> {
                            String name = call.string(0);
                            return find.apply(name)
                                    .orElseThrow(
                                            () -> TemplateFault.of(missing + " '" + name + "'."));
                        }));
    }

    /** A function of the template language that may stand in a workflow. */
    static Optional<TemplateFunction> ofLanguage(String name) {
        return isLeftOut(name) ? Optional.empty() : Functions.find(name);
    }

    /** Whether it is a function of the template language that may not stand in a workflow. */
    static boolean isLeftOut(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return LEFT_OUT.contains(key) || key.startsWith("list");
    }

    static boolean isOwn(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return Set.of(INPUTS, PROVISIONERS, STEPS, RUN).contains(key);
    }

    /** All that may be called, sorted. */
    static SortedSet<String> names() {
        var names = new TreeSet<String>();
        Functions.names().stream().filter(name -> !isLeftOut(name)).forEach(names::add);
        names.addAll(Set.of(INPUTS, PROVISIONERS, STEPS, RUN));
        return names;
    }
}
