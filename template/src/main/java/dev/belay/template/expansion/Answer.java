package dev.belay.template.expansion;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;

/** What a runtime read gave. */
public sealed interface Answer {

    /** The body of the GET, or of the POST of a list action. */
    record Found(Json body) implements Answer {

        /** Bodies may hold keys: the text names no content. */
        @Override
        public String toString() {
            return "Found[…]";
        }
    }

    /** Not there, or refused. */
    record Failed(ArmError error) implements Answer {}
}
