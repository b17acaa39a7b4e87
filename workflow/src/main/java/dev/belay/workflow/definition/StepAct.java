package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What a step does. */
public sealed interface StepAct {

    /** Deploys a provisioner's template. */
    record Arm(String provisioner) implements StepAct {
        public Arm {
            requireNonNull(provisioner);
        }
    }

    /** Deploys a provisioner's blueprint. */
    record Blueprint(String provisioner) implements StepAct {
        public Blueprint {
            requireNonNull(provisioner);
        }
    }

    /**
     * Runs {@code /bin/sh -e}.
     *
     * @param run the script
     * @param env additional environment variables; texts, numbers and truth values
     * @param workingDirectory relative to the workflow file's folder; empty: that folder
     */
    record Shell(
            Templated run,
            SequencedMap<String, Templated> env,
            Optional<Templated> workingDirectory)
            implements StepAct {
        public Shell {
            requireNonNull(run);
            env = copy(env);
            requireNonNull(workingDirectory);
        }
    }

    /**
     * Asks an address until it answers as expected.
     *
     * @param method in capitals
     * @param body a text is sent as it is, anything else as JSON
     * @param every between two requests
     * @param deadline how long it is asked again; zero: once only
     */
    record Http(
            Templated url,
            String method,
            SequencedMap<String, Templated> headers,
            Optional<Templated> body,
            Expect expect,
            Duration every,
            Duration deadline)
            implements StepAct {
        public Http {
            requireNonNull(url);
            requireNonNull(method);
            headers = copy(headers);
            requireNonNull(body);
            requireNonNull(expect);
            requireNonNull(every);
            requireNonNull(deadline);
        }
    }

    /**
     * What an answer must look like, all of it.
     *
     * @param status any of these; empty: 200 to 299
     * @param contains a text that the body holds
     * @param json JSON pointer to the value that stands there
     */
    record Expect(
            List<Integer> status,
            Optional<Templated> contains,
            SequencedMap<String, Templated> json) {

        /** Any success. */
        public static final Expect SUCCESS =
                new Expect(List.of(), Optional.empty(), new LinkedHashMap<>());

        public Expect {
            status = List.copyOf(status);
            requireNonNull(contains);
            json = copy(json);
        }
    }

    /**
     * Waits for a person.
     *
     * @param timeout after which it counts as rejected; empty: never
     */
    record Approval(Templated message, Optional<Duration> timeout) implements StepAct {
        public Approval {
            requireNonNull(message);
            requireNonNull(timeout);
        }
    }

    record Wait(Duration duration) implements StepAct {
        public Wait {
            requireNonNull(duration);
        }
    }

    /** Steps that run at the same time. */
    record Parallel(List<Step> steps) implements StepAct {
        public Parallel {
            steps = List.copyOf(steps);
        }
    }

    private static SequencedMap<String, Templated> copy(SequencedMap<String, Templated> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
