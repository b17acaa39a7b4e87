package dev.belay.view.text;

import java.util.List;

/** What an example expected of a run, with what came. */
public final class ExpectationText {

    private ExpectationText() {}

    public static List<String> of(
            String name, String expected, String came, boolean met, Style style) {
        return met
                ? List.of(style.good("as expected") + "  " + name + ": " + came)
                : List.of(
                        style.bad("different")
                                + "    "
                                + name
                                + ": expected "
                                + expected
                                + ", came "
                                + came);
    }
}
