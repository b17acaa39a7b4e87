package dev.belay.scenarios;

import dev.belay.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must be left and said.
 *
 * @param classes classes of exits, each equally right; empty: nothing is said of it
 * @param codes of ARM errors that must be shown
 * @param anyCode whether one of them is enough
 * @param next classes of exits of the command that follows
 * @param within whether it must end by itself
 */
record Expectation(
        List<String> classes,
        List<String> codes,
        boolean anyCode,
        List<String> next,
        boolean within,
        Optional<Json> expansion,
        List<State> state,
        List<Say> says,
        List<String> never) {

    /**
     * What must stand.
     *
     * @param is {@code present}, {@code absent}, {@code equal-to-before}, {@code properties}, or
     *     words
     */
    record State(String id, String is, Optional<Json> properties) {}

    /**
     * What a person must be told.
     *
     * @param how literally
     */
    record Say(String text, How how) {}

    /** How literally a text is meant. */
    enum How {
        TEXT,
        /** A meaning, in whatever words. */
        MEANING,
        /** So wherever it is shown; it need not be. */
        WHEREVER
    }

    static Expectation read(CaseMembers all) {
        all.only("exit", "armCodes", "anyOf", "expansion", "state", "says", "never", "within");
        Json exit = all.get("exit").orElse(Json.object());
        CaseMembers detail =
                CaseMembers.of(
                        all.where() + "/exit",
                        exit.asText()
                                .<Json>map(
                                        word ->
                                                dev.belay.json.JsonObject.of(
                                                        "class", Json.of(word)))
                                .orElse(exit));
        detail.only("class", "classAlso", "armCodes", "anyOf", "then", "within");
        var classes = new ArrayList<>(detail.texts("class"));
        classes.addAll(detail.texts("classAlso"));
        var codes = new ArrayList<>(detail.texts("armCodes"));
        codes.addAll(all.texts("armCodes"));
        // a list under anyOf names the codes itself
        boolean listed = detail.get("anyOf").flatMap(Json::asArray).isPresent();
        if (listed) {
            codes.addAll(detail.texts("anyOf"));
        }
        return new Expectation(
                classes,
                codes,
                listed || detail.truth("anyOf") || all.truth("anyOf"),
                detail.texts("then", "class"),
                detail.get("within").isPresent() || all.get("within").isPresent(),
                all.get("expansion"),
                all.list("state").stream().map(Expectation::state).toList(),
                says(all),
                all.texts("never", "what", "text"));
    }

    private static State state(CaseMembers state) {
        state.only("id", "is", "properties", "apiVersion");
        Optional<Json> properties = state.get("properties");
        return new State(
                state.required("id"),
                state.text("is")
                        .orElse(properties.isPresent() ? "properties" : "present")
                        .toLowerCase(Locale.ROOT),
                properties);
    }

    private static List<Say> says(CaseMembers all) {
        var says = new ArrayList<Say>();
        for (Json item : all.items("says")) {
            if (item.asText().isPresent()) {
                says.add(new Say(item.asText().get(), How.TEXT));
            } else {
                CaseMembers say = CaseMembers.of(all.where() + "/says/" + says.size(), item);
                say.only("text");
                says.add(new Say(say.required("text"), how(say.text("why").orElse(""))));
            }
        }
        return says;
    }

    private static How how(String why) {
        String lower = why.toLowerCase(Locale.ROOT);
        if (lower.contains("own words")) {
            return How.MEANING;
        }
        return lower.startsWith("wherever") ? How.WHEREVER : How.TEXT;
    }
}
