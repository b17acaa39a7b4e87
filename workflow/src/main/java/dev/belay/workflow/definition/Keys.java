package dev.belay.workflow.definition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of each mapping of a workflow's file, in the order in which people write them. */
final class Keys {

    static final List<String> WORKFLOW =
            List.of("name", "description", "target", "inputs", "uses", "provisioners", "phases");
    static final List<String> USED_FILE = List.of("provisioners");
    static final List<String> EMBEDDED_TARGET = List.of("embedded");
    static final List<String> EMBEDDED = List.of("world");
    static final List<String> INPUT =
            List.of("type", "default", "allowed", "description", "secret");
    static final List<String> PROVISIONER =
            List.of(
                    "template",
                    "blueprint",
                    "scope",
                    "mode",
                    "strategy",
                    "acceptDeletions",
                    "liftLocks",
                    "deploymentName",
                    "parameters");
    static final List<String> TEMPLATE = List.of("file", "inline", "url", "git", "spec");
    static final List<String> GIT = List.of("repository", "ref", "path");
    static final List<String> BLUEPRINT = List.of("folder", "assignment");
    static final List<String> SCOPE =
            List.of("resourceGroup", "subscription", "managementGroup", "tenant", "location");
    static final List<String> PARAMETERS = List.of("file", "values");
    static final List<String> PHASE = List.of("name", "when", "onFailure", "steps");
    static final List<String> RETRY = List.of("attempts", "wait");
    static final List<String> SHELL = List.of("run", "env", "workingDirectory");
    static final List<String> HTTP =
            List.of("url", "method", "headers", "body", "expect", "every", "deadline");
    static final List<String> EXPECT = List.of("status", "contains", "json");
    static final List<String> APPROVAL = List.of("message", "timeout");

    /** What every step has, whatever it does. */
    static final List<String> STEP = List.of("name", "id", "when");

    /** What a step can do, and the keys that only such a step has. */
    static final Map<String, List<String>> ACTS =
            Map.of(
                    "arm", List.of("timeout", "retry"),
                    "blueprint", List.of("timeout", "retry"),
                    "shell", List.of("timeout", "retry", "rerunnable"),
                    "http", List.of("timeout", "retry", "rerunnable"),
                    "approval", List.of(),
                    "wait", List.of(),
                    "parallel", List.of());

    /** The acts in the order in which messages list them. */
    static final List<String> ACT_NAMES =
            List.of("arm", "blueprint", "shell", "http", "approval", "wait", "parallel");

    private Keys() {}

    /** All keys of a step that does this. */
    static List<String> step(String act) {
        return Stream.of(STEP, List.of(act), ACTS.getOrDefault(act, List.of()))
                .flatMap(List::stream)
                .toList();
    }
}
