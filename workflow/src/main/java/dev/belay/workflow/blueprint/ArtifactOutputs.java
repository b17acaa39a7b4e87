package dev.belay.workflow.blueprint;

import dev.belay.workflow.blueprint.Blueprint.Artifact;
import dev.belay.workflow.blueprint.Blueprint.Kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What artifacts give to others (documented: Azure Blueprints functions, artifacts). */
final class ArtifactOutputs {

    static final String POLICY_ID = "policyAssignmentId";
    static final String POLICY_NAME = "policyAssignmentName";
    static final String POLICY_DEFINITION = "policyDefinitionId";
    static final String ROLE_ID = "roleAssignmentId";
    static final String ROLE_DEFINITION = "roleDefinitionId";
    static final String PRINCIPAL = "principalId";

    private ArtifactOutputs() {}

    /** The names, in any letter case; empty where they cannot be known. */
    static Optional<Set<String>> of(Artifact artifact) {
        return switch (artifact.kind()) {
            case POLICY_ASSIGNMENT -> names(List.of(POLICY_ID, POLICY_NAME, POLICY_DEFINITION));
            case ROLE_ASSIGNMENT -> names(List.of(ROLE_ID, ROLE_DEFINITION, PRINCIPAL));
            case TEMPLATE ->
                    template(artifact)
                            .flatMap(
                                    template ->
                                            names(
                                                    List.copyOf(
                                                            Blueprint.named(
                                                                            template.object(
                                                                                    "outputs"))
                                                                    .keySet())));
        };
    }

    /** Whether an output is a list. */
    static boolean isArray(Artifact artifact, String output) {
        return artifact.kind() == Kind.TEMPLATE
                && template(artifact)
                        .flatMap(template -> template.object("outputs"))
                        .flatMap(outputs -> outputs.member(output))
                        .flatMap(declared -> declared.member("type"))
                        .flatMap(type -> type.value().asText())
                        .filter("array"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<Node> template(Artifact artifact) {
        return artifact.properties().member("template");
    }

    private static Optional<Set<String>> names(List<String> names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return Optional.of(set);
    }
}
