package dev.belay.workflow.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A blueprint as its files say it.
 *
 * @param parameters the declarations by name
 * @param groups the resource group placeholders by name
 */
record Blueprint(
        String name,
        boolean managementGroup,
        SequencedMap<String, Node> parameters,
        SequencedMap<String, Group> groups,
        SequencedMap<String, Artifact> artifacts) {

    /** A resource group placeholder; what it leaves open the assignment gives. */
    record Group(
            String placeholder,
            Node where,
            Optional<Node> name,
            Optional<Node> location,
            Optional<Node> tags,
            List<Node> dependsOn) {
        Group {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** What an artifact makes, in the order in which the service makes them (documented). */
    enum Kind {
        ROLE_ASSIGNMENT("roleAssignment"),
        POLICY_ASSIGNMENT("policyAssignment"),
        TEMPLATE("template");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Optional<Kind> of(String word) {
            return List.of(values()).stream()
                    .filter(kind -> kind.word.equalsIgnoreCase(word))
                    .findFirst();
        }

        static List<String> words() {
            return List.of(values()).stream().map(kind -> "'" + kind.word + "'").toList();
        }
    }

    /**
     * An artifact.
     *
     * @param group the placeholder of the resource group that it goes to; empty: the subscription
     */
    record Artifact(
            String name, Kind kind, Node properties, Optional<String> group, List<Node> dependsOn) {
        Artifact {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** The entry of a name in any letter case. */
    static <T> Optional<T> find(SequencedMap<String, T> map, String name) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The type that a parameter declares, in small letters. */
    Optional<String> typeOf(String parameter) {
        return find(parameters, parameter)
                .flatMap(declared -> declared.member("type"))
                .flatMap(type -> type.value().asText())
                .map(type -> type.toLowerCase(Locale.ROOT));
    }

    /** The members of a node by their names. */
    static SequencedMap<String, Node> named(Optional<Node> node) {
        var named = new LinkedHashMap<String, Node>();
        node.ifPresent(each -> each.members().forEach(member -> named.put(member.key(), member)));
        return named;
    }
}
