package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.workflow.definition.YamlNode.Entry;
import dev.belay.workflow.definition.YamlNode.Mapping;
import dev.belay.workflow.definition.YamlNode.Scalar;
import dev.belay.workflow.definition.YamlNode.Sequence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A mapping of the file whose keys are known. Every way of taking a value notes what is wrong with
 * it and then yields nothing.
 *
 * @param what it is, for messages: {@code phase}
 */
record Fields(Mapping mapping, String what, FileContext context) {

    /** The mapping, its unknown keys noted. */
    static Optional<Fields> of(YamlNode node, String what, List<String> keys, FileContext context) {
        if (!(node instanceof Mapping mapping)) {
            context.problems()
                    .add(
                            node.where(),
                            "The " + what + " must be a mapping, not " + node.kind() + ".",
                            "It takes " + String.join(", ", keys) + ".");
            return Optional.empty();
        }
        var fields = new Fields(mapping, what, context);
        fields.refuseOthers(keys);
        return Optional.of(fields);
    }

    private void refuseOthers(List<String> keys) {
        for (Entry entry : mapping.entries()) {
            if (!keys.contains(entry.key())) {
                problems()
                        .add(
                                entry.where(),
                                "'" + entry.key() + "' is not a key of the " + what + ".",
                                Nearest.hint(
                                        entry.key(),
                                        keys,
                                        "It takes " + String.join(", ", keys) + "."));
            }
        }
    }

    Problems problems() {
        return context.problems();
    }

    Place where() {
        return mapping.where();
    }

    boolean has(String key) {
        return mapping.find(key).isPresent();
    }

    /** The value; a key without one is a problem. */
    Optional<YamlNode> find(String key) {
        Optional<Entry> entry = mapping.find(key);
        if (entry.isPresent() && entry.get().value().isNull()) {
            problems().add(entry.get().where(), "'" + key + "' has no value.");
            return Optional.empty();
        }
        return entry.map(Entry::value);
    }

    /** The value; its lack is a problem. */
    Optional<YamlNode> require(String key) {
        if (!has(key)) {
            problems().add(where(), "The " + what + " needs '" + key + "'.");
        }
        return find(key);
    }

    /** A text without expressions. */
    Optional<String> text(String key) {
        return find(key).flatMap(node -> plainText(key, node));
    }

    Optional<String> requiredText(String key) {
        return require(key).flatMap(node -> plainText(key, node));
    }

    Optional<String> plainText(String key, YamlNode node) {
        Optional<String> text = text(key, node);
        if (text.isPresent() && !TextPart.isPlain(text.get())) {
            problems()
                    .add(
                            node.where(),
                            "'" + key + "' cannot hold an expression.",
                            "Its value must be known before the run.");
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> text(String key, YamlNode node) {
        if (!(node instanceof Scalar scalar) || scalar.text().isEmpty()) {
            boolean quotable = node instanceof Scalar;
            String message = "'" + key + "' must be a text, not " + node.kind() + ".";
            if (quotable) {
                problems().add(node.where(), message, "Write it in quotes.");
            } else {
                problems().add(node.where(), message);
            }
            return Optional.empty();
        }
        if (scalar.text().get().isBlank()) {
            problems().add(node.where(), "'" + key + "' is blank.");
            return Optional.empty();
        }
        return scalar.text();
    }

    /** A text that may hold expressions. */
    Optional<Templated> templatedText(String key) {
        return find(key).flatMap(node -> templatedText(key, node));
    }

    Optional<Templated> requiredTemplatedText(String key) {
        return require(key).flatMap(node -> templatedText(key, node));
    }

    Optional<Templated> templatedText(String key, YamlNode node) {
        return text(key, node).map(_ -> templated(node));
    }

    /** A path that may hold expressions, as seen from the workflow file's folder. */
    Optional<Templated> path(String key, YamlNode node) {
        return templatedText(key, node)
                .map(
                        path ->
                                new Templated(
                                        Json.of(
                                                context.resolve(
                                                        path.json().asText().orElseThrow())),
                                        path.where()));
    }

    /** Any value; expressions in it are checked. */
    Templated templated(YamlNode node) {
        ExpressionRules.check(node, context);
        return new Templated(node.json(), node.where());
    }

    /** Texts, numbers and truth values by name. */
    SequencedMap<String, Templated> scalars(String key) {
        return members(key, true);
    }

    /** Any values by name. */
    SequencedMap<String, Templated> values(String key) {
        return members(key, false);
    }

    private SequencedMap<String, Templated> members(String key, boolean scalarsOnly) {
        var members = new LinkedHashMap<String, Templated>();
        find(key)
                .flatMap(node -> mapping(key, node))
                .ifPresent(
                        all -> all.entries().forEach(entry -> member(entry, scalarsOnly, members)));
        return members;
    }

    private void member(Entry entry, boolean scalarOnly, SequencedMap<String, Templated> members) {
        if (scalarOnly && !(entry.value() instanceof Scalar scalar && !scalar.isNull())) {
            problems()
                    .add(
                            entry.value().where(),
                            "'"
                                    + entry.key()
                                    + "' must be a text, not "
                                    + entry.value().kind()
                                    + ".");
            return;
        }
        members.put(entry.key(), templated(entry.value()));
    }

    Optional<Mapping> mapping(String key, YamlNode node) {
        if (node instanceof Mapping found) {
            return Optional.of(found);
        }
        problems().add(node.where(), "'" + key + "' must be a mapping, not " + node.kind() + ".");
        return Optional.empty();
    }

    /** {@code true} or {@code false}; left out: false. */
    boolean flag(String key) {
        Optional<YamlNode> node = find(key);
        if (node.isPresent() && !(node.get().json() instanceof JsonBoolean)) {
            problems()
                    .add(
                            node.get().where(),
                            "'" + key + "' must be true or false, not " + node.get().kind() + ".");
        }
        return node.map(YamlNode::json).filter(JsonBoolean.TRUE::equals).isPresent();
    }

    Optional<Duration> duration(String key) {
        return find(key).flatMap(node -> duration(key, node));
    }

    Optional<Duration> duration(String key, YamlNode node) {
        Optional<String> text = node instanceof Scalar scalar ? scalar.text() : Optional.empty();
        Optional<Duration> duration = text.flatMap(Durations::parse);
        if (duration.isEmpty()) {
            problems()
                    .add(
                            node.where(),
                            "'"
                                    + key
                                    + "' must be a duration"
                                    + text.map(given -> ", not '" + given + "'")
                                            .orElse(", not " + node.kind())
                                    + ".",
                            Durations.HINT);
        }
        return duration;
    }

    /** One of several words. */
    <E> Optional<E> choice(String key, Map<String, E> words) {
        Optional<YamlNode> node = find(key);
        Optional<String> word = node.flatMap(found -> plainText(key, found));
        Optional<E> chosen = word.flatMap(each -> Optional.ofNullable(words.get(each)));
        if (word.isPresent() && chosen.isEmpty()) {
            problems()
                    .add(
                            node.get().where(),
                            "'" + key + "' cannot be '" + word.get() + "'.",
                            "It is one of " + String.join(", ", words.keySet()) + ".");
        }
        return chosen;
    }

    /** A list; a single value where one is enough is none. */
    List<YamlNode> list(String key) {
        return find(key).map(node -> list(key, node)).orElse(List.of());
    }

    List<YamlNode> list(String key, YamlNode node) {
        if (node instanceof Sequence(var items, _)) {
            return items;
        }
        problems().add(node.where(), "'" + key + "' must be a list, not " + node.kind() + ".");
        return List.of();
    }

    /** A list with at least one item. */
    List<YamlNode> fullList(String key) {
        Optional<YamlNode> node = require(key);
        List<YamlNode> items = node.map(found -> list(key, found)).orElse(List.of());
        if (node.isPresent() && node.get() instanceof Sequence && items.isEmpty()) {
            problems().add(node.get().where(), "'" + key + "' is empty.");
        }
        return items;
    }

    /** A condition: {@code true}, {@code false} or one expression. */
    Optional<Templated> condition(String key) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        boolean truth = node.get().json() instanceof JsonBoolean;
        if (!truth && !isOneExpression(node.get())) {
            problems()
                    .add(
                            node.get().where(),
                            "'" + key + "' must be true, false or one expression.",
                            "Write for example \"${{ equals(inputs('stage'), 'production') }}\".");
            return Optional.empty();
        }
        return Optional.of(templated(node.get()));
    }

    // What is not closed counts as one, so that only that is said of it.
    private static boolean isOneExpression(YamlNode node) {
        String text = node.json().asText().orElse("");
        try {
            List<TextPart> parts = TextPart.of(text);
            return parts.size() == 1 && parts.getFirst() instanceof TextPart.Embedded;
        } catch (TemplateFault _) {
            return true;
        }
    }
}
