package dev.belay.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rules about rooms and what they use. Each returns one text per breach, sorted; none is good. */
final class RoomRules {

    private static final Set<String> PURE_NET =
            Set.of("java.net.URI", "java.net.URLDecoder", "java.net.URISyntaxException");
    private static final Pattern MACHINE_ROOM =
            Pattern.compile(
                    "java\\.(net|nio\\.file|nio\\.channels|sql|util\\.concurrent)(\\..*)?"
                            + "|javax\\.(net|sql)(\\..*)?|com\\.sun\\.net(\\..*)?");
    private static final Pattern MACHINE_CLASS =
            Pattern.compile(
                    "java\\.lang\\.(Thread|ThreadLocal|ThreadGroup|Runtime|Process|ProcessBuilder"
                            + "|ProcessHandle)(\\$.*)?"
                            + "|java\\.io\\.(File\\w*|RandomAccessFile|Console)"
                            + "|java\\.security\\.SecureRandom|java\\.util\\.Timer\\w*");
    private static final Pattern VAGUE =
            Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|Service|Common|Base|Misc)");

    private RoomRules() {}

    static Set<String> importsAllowedByPlates(ByteCode code, Map<String, Plate> plates) {
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            Plate plate = plates.get(arrow.fromRoom());
            if (plate != null
                    && arrow.leavesRoom()
                    && arrow.staysInHouse()
                    && !plate.mayImport().contains(arrow.toRoom())) {
                broken.add(arrow + ", which the door plate of " + plate.room() + " does not list");
            }
        }
        return broken;
    }

    static Set<String> everyRoomHasItsPlate(ByteCode code, Map<String, Plate> plates) {
        var broken = new TreeSet<String>();
        for (String room : code.rooms().keySet()) {
            if (!plates.containsKey(room)) {
                broken.add(room + " has classes but no door plate that can be read");
            }
        }
        return broken;
    }

    static Set<String> noCycles(ByteCode code) {
        var broken = new TreeSet<String>();
        Map<String, Set<String>> rooms = code.rooms();
        var done = new HashSet<String>();
        for (String room : rooms.keySet()) {
            walk(room, rooms, new ArrayDeque<>(), done, broken);
        }
        return broken;
    }

    private static void walk(
            String room,
            Map<String, Set<String>> rooms,
            Deque<String> path,
            Set<String> done,
            Set<String> broken) {
        if (path.contains(room)) {
            var cycle =
                    new ArrayList<>(List.copyOf(path).subList(position(path, room), path.size()));
            cycle.add(room);
            broken.add(String.join(" -> ", cycle));
        } else if (!done.contains(room)) {
            path.addLast(room);
            for (String next : rooms.getOrDefault(room, Set.of())) {
                walk(next, rooms, path, done, broken);
            }
            path.removeLast();
            done.add(room);
        }
    }

    private static int position(Deque<String> path, String room) {
        return List.copyOf(path).indexOf(room);
    }

    static Set<String> pureRoomsTouchNoMachine(ByteCode code, Map<String, Plate> plates) {
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            Plate plate = plates.get(arrow.fromRoom());
            if (plate != null && plate.pure() && isMachine(arrow)) {
                broken.add(arrow + ", but its room is pure");
            }
        }
        return broken;
    }

    private static boolean isMachine(ByteCode.Arrow arrow) {
        return !PURE_NET.contains(arrow.to())
                && (MACHINE_ROOM.matcher(arrow.toRoom()).matches()
                        || MACHINE_CLASS.matcher(arrow.to()).matches());
    }

    static Set<String> pureRoomsUseNoEdgeRoom(ByteCode code, Map<String, Plate> plates) {
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            Plate from = plates.get(arrow.fromRoom());
            Plate to = plates.get(arrow.toRoom());
            if (from != null && to != null && from.pure() && !to.pure()) {
                broken.add(arrow + ": a pure room uses an edge room");
            }
        }
        return broken;
    }

    static Set<String> noVagueNames(ByteCode code) {
        var broken = new TreeSet<String>();
        for (var type : code.classes()) {
            if (VAGUE.matcher(type.getSimpleName()).matches()) {
                broken.add(type.getName() + " has a name that says nothing");
            }
        }
        return broken;
    }

    /** Rooms that stand side by side below {@code parent} do not know each other. */
    static Set<String> siblingsAreStrangers(ByteCode code, String parent) {
        var broken = new TreeSet<String>();
        for (var arrow : code.arrows()) {
            if (arrow.leavesRoom()
                    && arrow.fromRoom().startsWith(parent + ".")
                    && arrow.toRoom().startsWith(parent + ".")) {
                broken.add(arrow + ": siblings below " + parent);
            }
        }
        return broken;
    }
}
