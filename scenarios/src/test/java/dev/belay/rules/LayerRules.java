package dev.belay.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which module may use which, and which library may be used where (ARCHITECTURE sections 2, 5). */
final class LayerRules {

    /** A library and the only rooms that may use it, with those below them. */
    private record Library(String prefix, Set<String> rooms) {}

    private static final Set<String> NOUNS = Set.of("json", "arm");

    /** Module to the modules that it may use; lowest layer first. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("json", Set.of()),
                    Map.entry("arm", Set.of("json")),
                    Map.entry("client", NOUNS),
                    Map.entry("template", NOUNS),
                    Map.entry("types", NOUNS),
                    Map.entry("transaction", and(NOUNS, "client", "template", "types")),
                    Map.entry("emulator", and(NOUNS, "template", "types")),
                    Map.entry("store", and(NOUNS, "transaction")),
                    Map.entry(
                            "rehearsal",
                            and(NOUNS, "transaction", "emulator", "client", "template", "types")),
                    Map.entry("workflow", and(NOUNS, "transaction", "client", "template")),
                    Map.entry(
                            "view",
                            and(
                                    NOUNS,
                                    "workflow",
                                    "rehearsal",
                                    "transaction",
                                    "template",
                                    "types")),
                    Map.entry("cli", programs()),
                    Map.entry("server", programs()),
                    Map.entry("testkit", Set.of("json")),
                    Map.entry("scenarios", Set.of()),
                    Map.entry("dist", Set.of()));

    /** Modules whose root package is a room itself. */
    static final Set<String> MODULES_THAT_ARE_ROOMS = Set.of("json", "arm", "testkit");

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library("tools.jackson.", Set.of("json")),
                    new Library("com.fasterxml.jackson.", Set.of("client.azure")),
                    new Library("picocli.", Set.of("cli")),
                    new Library("org.snakeyaml.", Set.of("types.overlay", "workflow.definition")),
                    new Library("gg.jte.", Set.of("view.html")),
                    new Library("io.helidon.", Set.of("server", "emulator.http", "cli.wiring")),
                    new Library("com.sun.net.httpserver", Set.of("emulator.http")),
                    new Library("com.azure.", Set.of("client.azure", "store.blob")),
                    new Library("org.slf4j.", Set.of("server", "client.azure", "store")),
                    new Library("org.junit.", Set.of("testkit")));

    private LayerRules() {}

    private static Set<String> programs() {
        return and(
                NOUNS,
                "client",
                "template",
                "types",
                "transaction",
                "emulator",
                "store",
                "rehearsal",
                "workflow",
                "view");
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    /** Breaches by the classes of one module. */
    static Set<String> onlyLowerModules(String module, ByteCode code) {
        Set<String> allowed = MAY_USE.get(module);
        if (allowed == null) {
            return Set.of(
                    "Module '" + module + "' has no place in the layers; add it to LayerRules");
        }
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            if (arrow.staysInHouse()) {
                String target = arrow.toRoom().split("\\.", -1)[2];
                boolean own = arrow.toRoom().startsWith(Plate.HOUSE + module);
                if (!own && arrow.leavesRoom() && !allowed.contains(target)) {
                    broken.add(arrow + ", but module " + module + " may not use " + target);
                }
            }
        }
        return broken;
    }

    /** Breaches by classes that stand outside their module's root package. */
    static Set<String> packagesBelongToTheirModule(String module, ByteCode code) {
        var broken = new TreeSet<String>();
        for (String room : code.rooms().keySet()) {
            if (!isBelow(room, Plate.HOUSE + module)) {
                broken.add(room + " stands in module " + module);
            }
        }
        return broken;
    }

    /** The root package of a module with rooms inside holds no class. */
    static Set<String> rootHoldsOnlyItsPlate(String root, ByteCode code) {
        boolean hasRooms =
                code.rooms().keySet().stream().anyMatch(room -> room.startsWith(root + "."));
        var broken = new TreeSet<String>();
        for (var type : code.classes()) {
            boolean inRoot = type.getPackageName().equals(root);
            if (hasRooms && inRoot && !type.getSimpleName().equals("package-info")) {
                broken.add(type.getName() + " stands in the root package of a module with rooms");
            }
        }
        return broken;
    }

    static Set<String> librariesStayAtTheEdges(ByteCode code) {
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            for (Library library : LIBRARIES) {
                if (arrow.to().startsWith(library.prefix())
                        && places(library).noneMatch(place -> isBelow(arrow.fromRoom(), place))) {
                    broken.add(arrow + ", allowed only in " + library.rooms());
                }
            }
        }
        return broken;
    }

    private static Stream<String> places(Library library) {
        return library.rooms().stream().map(room -> Plate.HOUSE + room);
    }

    private static boolean isBelow(String room, String place) {
        return room.equals(place) || room.startsWith(place + ".");
    }
}
