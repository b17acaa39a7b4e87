package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.workflow.blueprint.Blueprint.Group;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an assignment gives to a blueprint: values in ARM's form by parameter of the template.
 *
 * @param subscription the id of the subscription that it is for, where it says so
 */
record Assignment(SequencedMap<String, Json> values, Optional<String> subscription) {

    static final Assignment NONE = new Assignment(new LinkedHashMap<>(), Optional.empty());

    private static final Pattern SUBSCRIPTION =
            Pattern.compile("/?subscriptions/([^/]+)/?", Pattern.CASE_INSENSITIVE);

    /** Reads the values; problems for those that the blueprint does not take. */
    static Assignment read(
            Node root, Blueprint blueprint, OpenGroups open, ConversionOptions options) {
        Optional<Node> properties = root.object("properties");
        if (properties.isEmpty()) {
            root.wrong(
                    "The assignment has no 'properties'.",
                    "Write {\"properties\": {\"parameters\": {…}, \"resourceGroups\": {…}}}.");
            return NONE;
        }
        Node node = properties.get();
        var reading = new Reading(node, blueprint, open, new LinkedHashMap<>());
        reading.parameters();
        reading.groups();
        if (!options.partial()) {
            reading.missing();
        }
        locks(node, options);
        return new Assignment(reading.values, subscription(node));
    }

    private static Optional<String> subscription(Node properties) {
        Optional<Node> scope = properties.text("scope");
        Optional<Matcher> matched =
                scope.map(node -> SUBSCRIPTION.matcher(node.characters())).filter(Matcher::matches);
        if (scope.isPresent() && matched.isEmpty()) {
            scope.get()
                    .wrong(
                            "'" + scope.get().characters() + "' is no subscription.",
                            "Write /subscriptions/ID.");
        }
        return matched.map(matcher -> matcher.group(1));
    }

    /** They are deny assignments of the service's own, which no template can make (documented). */
    private static void locks(Node properties, ConversionOptions options) {
        Optional<Node> mode = properties.object("locks").flatMap(locks -> locks.text("mode"));
        Optional<String> word =
                mode.map(Node::characters).filter(text -> !text.equalsIgnoreCase("none"));
        if (word.isEmpty()) {
            return;
        }
        if (options.withoutLocks()) {
            properties
                    .document()
                    .findings()
                    .note(
                            "The locks of the assignment ('"
                                    + word.get()
                                    + "') are left out: no template can make them.");
            return;
        }
        mode.get()
                .wrong(
                        "The locks '"
                                + word.get()
                                + "' have no equivalent: the service makes deny assignments, which"
                                + " no template can make.",
                        "Leave them out with --without-locks, or write \"mode\": \"None\".");
    }

    /** One reading. */
    private record Reading(
            Node properties,
            Blueprint blueprint,
            OpenGroups open,
            SequencedMap<String, Json> values) {

        private void parameters() {
            for (Node given : Blueprint.named(properties.object("parameters")).values()) {
                Optional<Node> declared = Blueprint.find(blueprint.parameters(), given.key());
                if (declared.isEmpty()) {
                    given.wrong(
                            "The blueprint has no parameter '" + given.key() + "'.",
                            "Its parameters are: "
                                    + String.join(", ", blueprint.parameters().keySet())
                                    + ".");
                    continue;
                }
                parameter(given, declared.get().key());
            }
        }

        private void parameter(Node given, String name) {
            Optional<Json> value = given.value().asObject().flatMap(object -> object.find("value"));
            Optional<Node> reference = given.member("reference");
            if (value.isEmpty() == reference.isEmpty()) {
                given.wrong(
                        "The parameter '" + name + "' needs a 'value' or a 'reference'.",
                        "Write {\"value\": …} or {\"reference\": {\"keyVault\": {\"id\": …},"
                                + " \"secretName\": …}}.");
                return;
            }
            boolean secure =
                    blueprint.typeOf(name).filter(type -> type.startsWith("secure")).isPresent();
            if (secure && value.isPresent()) {
                given.wrong(
                        "The secure parameter '" + name + "' stands in the open.",
                        "Write {\"reference\": {\"keyVault\": {\"id\": …}, \"secretName\": …}}.");
                return;
            }
            values.put(
                    name,
                    value.map(each -> JsonObject.of("value", each))
                            .orElseGet(
                                    () ->
                                            JsonObject.of(
                                                    "reference", reference.orElseThrow().value())));
        }

        private void groups() {
            for (Node given : Blueprint.named(properties.object("resourceGroups")).values()) {
                Optional<Group> group = Blueprint.find(blueprint.groups(), given.key());
                if (group.isEmpty()) {
                    given.wrong(
                            "The blueprint has no resource group placeholder '"
                                    + given.key()
                                    + "'.",
                            "Its placeholders are: "
                                    + String.join(", ", blueprint.groups().keySet())
                                    + ".");
                    continue;
                }
                Group known = group.get();
                value(given.text("name"), known.name(), open.name(known));
                value(given.text("location"), known.location(), open.location(known));
            }
        }

        /** What the definition says stays; the assignment may say the same. */
        private void value(
                Optional<Node> given, Optional<Node> defined, Optional<String> parameter) {
            if (given.isEmpty()) {
                return;
            }
            Node value = given.get();
            defined.filter(node -> node.characters().startsWith("["))
                    .ifPresent(
                            node ->
                                    value.document()
                                            .findings()
                                            .note(
                                                    value.place()
                                                            + ": '"
                                                            + value.characters()
                                                            + "' is not used; the blueprint says '"
                                                            + node.characters()
                                                            + "'."));
            parameter.ifPresent(name -> values.put(name, JsonObject.of("value", value.value())));
            defined.filter(node -> !node.characters().startsWith("["))
                    .filter(node -> !same(node.characters(), value.characters()))
                    .ifPresent(
                            node ->
                                    value.wrong(
                                            "The blueprint fixes this as '"
                                                    + node.characters()
                                                    + "'.",
                                            "Remove it here, or there."));
        }

        private static boolean same(String one, String other) {
            return one.replace(" ", "")
                    .toLowerCase(Locale.ROOT)
                    .equals(other.replace(" ", "").toLowerCase(Locale.ROOT));
        }

        private void missing() {
            for (Node declared : blueprint.parameters().values()) {
                if (declared.member("defaultValue").isEmpty()) {
                    missing(declared.key(), "the parameter '" + declared.key() + "'");
                }
            }
            open.names()
                    .forEach(
                            (group, name) ->
                                    missing(name, "the name of resource group '" + group + "'"));
            open.locations()
                    .forEach(
                            (group, name) ->
                                    missing(
                                            name,
                                            "the location of resource group '" + group + "'"));
        }

        private void missing(String name, String what) {
            if (!values.containsKey(name)) {
                properties.wrong("The assignment lacks " + what + ".", "");
            }
        }
    }
}
