package dev.belay.workflow.execution;

import static java.util.Objects.requireNonNull;

import dev.belay.template.value.Value;
import dev.belay.workflow.definition.ParameterSource;
import dev.belay.workflow.definition.Target;
import dev.belay.workflow.definition.Workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A workflow that is to be run.
 *
 * @param file the workflow file's name
 * @param texts the file's text under its name, and those of files that it names; kept with the run,
 *     so they hold no secret
 * @param inputs a value for each input; secret ones as {@link Value.Secure}
 * @param subscription of scopes that name none; empty: the only one there is
 */
public record RunRequest(
        String file,
        SequencedMap<String, String> texts,
        Workflow workflow,
        SequencedMap<String, Value> inputs,
        Optional<String> subscription) {

    public RunRequest {
        requireNonNull(file);
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
        requireNonNull(workflow);
        inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
        requireNonNull(subscription);
    }

    /**
     * A workflow just read. Parameter files and world files, which may hold secrets, are not kept.
     *
     * @param read the files through which it was read
     */
    public static RunRequest of(
            String file,
            RecordingFiles read,
            Workflow workflow,
            SequencedMap<String, Value> inputs,
            Optional<String> subscription) {
        SequencedMap<String, String> texts = read.texts();
        workflow.provisioners().values().stream()
                .flatMap(provisioner -> provisioner.parameters().stream())
                .filter(ParameterSource.OfFile.class::isInstance)
                .map(source -> ((ParameterSource.OfFile) source).path().json())
                .flatMap(path -> path.asText().stream())
                .forEach(texts::remove);
        if (workflow.target().orElse(new Target.Azure()) instanceof Target.Embedded(var world)) {
            texts.remove(world);
        }
        return new RunRequest(file, texts, workflow, inputs, subscription);
    }

    /** It may hold secrets. */
    @Override
    public String toString() {
        return "RunRequest of " + file;
    }
}
