package dev.belay.emulator.type;

import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

/** What a POST to {@code …/resource/action} answers, e.g. {@code listKeys}. */
@FunctionalInterface
public interface Action {

    /**
     * @param resource whose action it is
     * @param body as sent; an empty object if nothing was
     * @param world as it stands; actions do not change it
     */
    Json answer(StoredResource resource, Json body, World world);
}
