package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.workflow.definition.YamlNode.Entry;
import dev.belay.workflow.definition.YamlNode.Mapping;
import dev.belay.workflow.definition.YamlNode.Scalar;
import dev.belay.workflow.definition.YamlNode.Sequence;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the library's tree into ours: texts, numbers, truth values, lists and mappings of YAML's
 * JSON schema, each with its place; twice given keys, foreign tags and values that contain
 * themselves are problems.
 */
final class YamlText {

    /** Most values, each alias counted as often as it is used. */
    private static final int MOST_VALUES = 50_000;

    private static final Set<Tag> VALUES = Set.of(Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT);

    private final String file;
    private final String text;
    private final Problems problems;
    private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlText(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The only document of the text; empty if there is none that can be read. */
    static Optional<YamlNode> read(String file, String text, Problems problems) {
        String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Optional<Node> root = new YamlDocument(file, visible, problems).root();
        var reader = new YamlText(file, visible, problems);
        Optional<YamlNode> read = root.flatMap(reader::node);
        if (reader.values > MOST_VALUES) {
            problems.add(
                    new Place(file, 1, 1),
                    "The file holds more than " + MOST_VALUES + " values, aliases followed.",
                    "Use fewer aliases.");
            return Optional.empty();
        }
        return read;
    }

    private Optional<YamlNode> node(Node node) {
        if (++values > MOST_VALUES) {
            return Optional.empty();
        }
        if (!around.add(node)) {
            problems.add(place(node), "This value contains itself, by an alias.");
            return Optional.empty();
        }
        try {
            return switch (node) {
                case ScalarNode scalar -> scalar(scalar);
                case SequenceNode sequence -> Optional.of(sequence(sequence));
                case MappingNode mapping -> Optional.of(mapping(mapping));
                default -> Optional.empty();
            };
        } finally {
            around.remove(node);
        }
    }

    private Sequence sequence(SequenceNode node) {
        refuseTag(node, Tag.SEQ);
        var items = new ArrayList<YamlNode>();
        node.getValue().forEach(item -> node(item).ifPresent(items::add));
        return new Sequence(items, place(node));
    }

    private Mapping mapping(MappingNode node) {
        refuseTag(node, Tag.MAP);
        var entries = new ArrayList<Entry>();
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place where = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(where, "A key must be a text.");
                continue;
            }
            @Nullable Place first = seen.putIfAbsent(key.getValue(), where);
            if (first != null) {
                problems.add(
                        where,
                        "The key '" + key.getValue() + "' stands here a second time.",
                        "The first one is in line " + first.line() + "; remove one of them.");
                continue;
            }
            node(tuple.getValueNode())
                    .ifPresent(value -> entries.add(new Entry(key.getValue(), where, value)));
        }
        return new Mapping(entries, place(node));
    }

    private Optional<YamlNode> scalar(ScalarNode node) {
        Optional<Json> json = json(node.getTag(), node.getValue());
        if (json.isEmpty() && !VALUES.contains(node.getTag())) {
            refuseTag(node, Tag.STR);
        } else if (json.isEmpty()) {
            problems.add(
                    place(node),
                    "'" + node.getValue() + "' is not a value of " + shown(node.getTag()) + ".",
                    "Remove the tag, or put a text in quotes.");
        }
        return json.map(value -> new Scalar(value, raw(node), place(node)));
    }

    private static Optional<Json> json(Tag tag, String value) {
        if (tag.equals(Tag.STR)) {
            return Optional.of(Json.of(value));
        }
        if (tag.equals(Tag.NULL)) {
            return Optional.of(Json.nullValue());
        }
        if (tag.equals(Tag.BOOL)) {
            return List.of("true", "false").contains(value)
                    ? Optional.of(Json.of(value.equals("true")))
                    : Optional.empty();
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(value) : Optional.empty();
    }

    private static Optional<Json> number(String value) {
        try {
            return Optional.of(new JsonNumber(value));
        } catch (IllegalArgumentException _) {
            return decimal(value);
        }
    }

    // YAML also knows 1. and .inf, of which JSON knows neither.
    private static Optional<Json> decimal(String value) {
        try {
            return Optional.of(Json.of(new BigDecimal(value)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void refuseTag(Node node, Tag usual) {
        if (!node.getTag().equals(usual)) {
            problems.add(
                    place(node),
                    "The tag " + shown(node.getTag()) + " means nothing here.",
                    "Remove it.");
        }
    }

    private static String shown(Tag tag) {
        return "'" + tag.getValue().replace("tag:yaml.org,2002:", "!!") + "'";
    }

    private String raw(ScalarNode node) {
        int start = node.getStartMark().map(Mark::getIndex).orElse(0);
        int end = node.getEndMark().map(Mark::getIndex).orElse(start);
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    private Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new Place(file, 1, 1));
    }
}
