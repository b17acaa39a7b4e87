package dev.belay.client.call;

import dev.belay.arm.ArmError;
import dev.belay.json.JsonObject;

import java.util.List;

/** What a list, read through all its pages, showed. */
public sealed interface ReadList {

    /** Every item of every page. */
    record Items(List<JsonObject> items) implements ReadList {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A page was refused. */
    record Refused(ArmError error, int status) implements ReadList {}

    /** A page was not answered. */
    record NoAnswer(String reason) implements ReadList {}
}
