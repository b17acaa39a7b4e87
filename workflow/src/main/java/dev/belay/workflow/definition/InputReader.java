package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.workflow.definition.YamlNode.Entry;
import dev.belay.workflow.definition.YamlNode.Scalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads {@code inputs}. */
record InputReader(FileContext context) {

    private static final Map<String, InputType> TYPES = types();

    private static Map<String, InputType> types() {
        var types = new LinkedHashMap<String, InputType>();
        Arrays.stream(InputType.values()).forEach(type -> types.put(type.written(), type));
        return types;
    }

    SequencedMap<String, Input> read(YamlNode.Mapping inputs) {
        var read = new LinkedHashMap<String, Input>();
        for (Entry entry : inputs.entries()) {
            Names.check("name of an input", entry.key(), entry.where(), context.problems());
            read.put(entry.key(), input(entry));
        }
        return read;
    }

    private Input input(Entry entry) {
        Optional<Fields> fields =
                Fields.of(entry.value(), "input '" + entry.key() + "'", Keys.INPUT, context);
        InputType type =
                fields.flatMap(each -> each.choice("type", TYPES)).orElse(InputType.STRING);
        List<YamlNode> allowed = fields.map(each -> allowed(each, type)).orElse(List.of());
        boolean secret = fields.filter(each -> each.flag("secret")).isPresent();
        Optional<YamlNode> standard = fields.flatMap(each -> each.find("default"));
        standard.ifPresent(node -> checkStandard(node, type, allowed, secret));
        return new Input(
                entry.key(),
                type,
                standard.map(YamlNode::json),
                allowed.stream().map(YamlNode::json).toList(),
                fields.flatMap(each -> each.text("description")),
                secret,
                entry.where());
    }

    private List<YamlNode> allowed(Fields fields, InputType type) {
        if (!fields.has("allowed")) {
            return List.of();
        }
        var fitting = new ArrayList<YamlNode>();
        for (YamlNode node : fields.fullList("allowed")) {
            if (fits(node, type, "A value of 'allowed'")) {
                fitting.add(node);
            }
        }
        return fitting;
    }

    private void checkStandard(
            YamlNode node, InputType type, List<YamlNode> allowed, boolean secret) {
        if (secret) {
            context.problems()
                    .add(
                            node.where(),
                            "A secret has no default: it would stand in this file.",
                            "Remove 'default'; give the value when the workflow is run.");
            return;
        }
        if (!fits(node, type, "'default'")) {
            return;
        }
        List<Json> values = allowed.stream().map(YamlNode::json).toList();
        if (!values.isEmpty() && !values.contains(node.json())) {
            context.problems()
                    .add(
                            node.where(),
                            "'default' is none of the allowed values.",
                            "Add it to 'allowed' or choose one of them.");
        }
    }

    private boolean fits(YamlNode node, InputType type, String what) {
        if (holdsExpression(node)) {
            context.problems()
                    .add(
                            node.where(),
                            what + " cannot hold an expression.",
                            "Its value must be known before the run.");
            return false;
        }
        if (!type.fits(node.json())) {
            boolean quotable = type == InputType.STRING && node instanceof Scalar;
            context.problems()
                    .add(
                            node.where(),
                            what
                                    + " must be of type "
                                    + type.written()
                                    + ", not "
                                    + node.kind()
                                    + ".",
                            quotable ? "Write it in quotes." : "Change it or the input's 'type'.");
            return false;
        }
        return true;
    }

    private static boolean holdsExpression(YamlNode node) {
        return !new Templated(node.json(), node.where()).isPlain();
    }
}
