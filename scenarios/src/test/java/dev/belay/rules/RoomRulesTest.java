package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each rule about rooms fails on a fixture that breaks it, and passes one that does not. */
class RoomRulesTest {

    private static final String PURE = House.FIXTURES + ".pure";
    private static final String EDGE = House.FIXTURES + ".edge";

    @Test
    void a_missing_door_plate_is_named_with_what_to_do() {
        var reading = Plate.read(Map.of("dev.belay.some.room", ""));

        assertThat(reading.plates()).isEmpty();
        assertThat(reading.broken())
                .singleElement()
                .asString()
                .startsWith("dev.belay.some.room has no door plate: add a package-info.java");
    }

    @Test
    void a_door_plate_without_its_lines_is_named_with_what_it_lacks() {
        var reading = Plate.read(Map.of("dev.belay.room", "/** Room: here. */ package x;"));

        assertThat(reading.broken())
                .containsExactly(
                        "dev.belay.room: its door plate lacks 'Kind: pure|edge',"
                                + " 'May import:' with {@code room.names} or 'nothing',"
                                + " @NullMarked");
    }

    @Test
    void a_door_plate_is_read_over_line_ends_and_up_to_the_next_paragraph() {
        String text =
                """
                /**
                 * Room: things.
                 *
                 * <p>Kind: pure.
                 *
                 * <p>May import: {@code json}, {@code
                 * template.value}.
                 *
                 * <p>Unlike {@code cli} it prints nothing.
                 */
                @NullMarked
                package dev.belay.things;
                """;

        Plate plate = Plate.read(Map.of("dev.belay.things", text)).plates().get("dev.belay.things");

        assertThat(plate)
                .isEqualTo(
                        new Plate(
                                "dev.belay.things",
                                true,
                                Set.of("dev.belay.json", "dev.belay.template.value")));
    }

    @Test
    void a_room_with_classes_but_no_plate_breaks_the_rule() {
        assertThat(RoomRules.everyRoomHasItsPlate(code("edge"), Map.of()))
                .containsExactly(EDGE + " has classes but no door plate that can be read");
    }

    @Test
    void an_import_that_the_plate_does_not_list_breaks_the_rule() {
        var silent = Map.of(PURE, new Plate(PURE, true, Set.of()));
        var open = Map.of(PURE, new Plate(PURE, true, Set.of(EDGE)));

        assertThat(RoomRules.importsAllowedByPlates(code("pure"), silent))
                .singleElement()
                .asString()
                .contains("AsksAnEdge", "edge.Disk", "does not list");
        assertThat(RoomRules.importsAllowedByPlates(code("pure"), open)).isEmpty();
    }

    @Test
    void a_cycle_of_rooms_breaks_the_rule() {
        assertThat(RoomRules.noCycles(code("cycle")))
                .containsExactly(
                        "dev.belay.rules.fixture.cycle.left -> dev.belay.rules.fixture.cycle.right"
                                + " -> dev.belay.rules.fixture.cycle.left");
        assertThat(RoomRules.noCycles(code("sibling"))).isEmpty();
    }

    @Test
    void a_pure_room_that_touches_the_machine_breaks_the_rule_but_not_for_a_uri() {
        var broken = RoomRules.pureRoomsTouchNoMachine(code("pure"), plates());

        assertThat(broken)
                .allMatch(text -> text.contains("Fetches"))
                .extracting(text -> text.replaceAll(".* uses (\\S+),.*", "$1"))
                .containsExactlyInAnyOrder(
                        "java.io.File",
                        "java.lang.Thread",
                        "java.net.http.HttpRequest",
                        "java.nio.file.Path",
                        "java.util.concurrent.Callable");
    }

    @Test
    void an_edge_room_may_touch_the_machine() {
        assertThat(RoomRules.pureRoomsTouchNoMachine(code("edge"), plates())).isEmpty();
    }

    @Test
    void a_pure_room_that_uses_an_edge_room_breaks_the_rule() {
        assertThat(RoomRules.pureRoomsUseNoEdgeRoom(code("pure"), plates()))
                .singleElement()
                .asString()
                .contains("AsksAnEdge", "edge.Disk");
    }

    @Test
    void reaching_outside_breaks_the_rule_except_in_a_wiring() {
        var broken = OutsideRules.onlyWiringReachesOutside(code("outside"));

        assertThat(broken)
                .allMatch(text -> text.contains("outside.Dice"))
                .extracting(text -> text.replaceAll(".* uses (\\S+):.*", "$1"))
                .containsExactlyInAnyOrder(
                        "java.time.Instant.now",
                        "java.util.UUID.randomUUID",
                        "java.time.Clock.systemUTC",
                        "java.lang.Math.random",
                        "java.util.Random.<init>",
                        "java.lang.System.nanoTime",
                        "java.lang.System.currentTimeMillis",
                        "java.lang.System.getenv",
                        "java.lang.System.out");
    }

    @Test
    void a_vague_name_breaks_the_rule_but_azures_own_word_does_not() {
        assertThat(RoomRules.noVagueNames(code("names")))
                .singleElement()
                .asString()
                .contains("ResourceHelper");
    }

    @Test
    void siblings_that_know_each_other_break_the_rule() {
        assertThat(RoomRules.siblingsAreStrangers(code("sibling"), House.FIXTURES + ".sibling"))
                .singleElement()
                .asString()
                .contains("sibling.one.One", "sibling.two.Two");
    }

    @Test
    void a_map_of_anything_in_a_signature_breaks_the_rule() {
        var broken = SignatureRules.noMapsOfAnything(code("loose"));

        assertThat(broken)
                .anyMatch(text -> text.contains("LooseBody.body() "))
                .anyMatch(text -> text.contains("LooseBody.bodies() "))
                .noneMatch(text -> text.contains("tags"));
    }

    private static Map<String, Plate> plates() {
        return Map.of(
                PURE, new Plate(PURE, true, Set.of(EDGE)),
                EDGE, new Plate(EDGE, false, Set.of()));
    }

    static ByteCode code(String fixture) {
        var code = ByteCode.ofPackage(House.FIXTURES + "." + fixture);
        assertThat(List.copyOf(code.classes())).isNotEmpty();
        return code;
    }
}
