package dev.belay.template.value;

import dev.belay.json.Json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A runtime port over given answers that notes what was asked in vain, for its host to fetch before
 * it calls again.
 */
public final class Answers implements RuntimePort {

    private final Map<RuntimeRead, Json> given;
    private final Set<RuntimeRead> asked = new LinkedHashSet<>();

    public Answers(Map<RuntimeRead, Json> given) {
        this.given = new LinkedHashMap<>(given);
    }

    @Override
    public Optional<Json> read(RuntimeRead read) {
        Json answer = given.get(read);
        if (answer == null) {
            asked.add(read);
        }
        return Optional.ofNullable(answer);
    }

    /** The reads that had no answer, in the order of the first asking. */
    public Set<RuntimeRead> asked() {
        return Collections.unmodifiableSet(asked);
    }
}
