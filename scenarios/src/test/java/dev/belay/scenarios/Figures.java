package dev.belay.scenarios;

import java.util.List;

/** What a measuring test found, for whoever reads its output. */
final class Figures {

    private Figures() {}

    @SuppressWarnings("SystemOut") // figures are this test's result
    static void tell(String what, List<String> figures) {
        System.out.println(what + ":");
        figures.forEach(figure -> System.out.println("  " + figure));
    }
}
