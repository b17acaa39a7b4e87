package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Holds every room of the house to its door plate, and all classes to the rules of the house. */
class RoomsTest {

    private static final House HOUSE = House.here();
    private static final ByteCode CODE = ByteCode.of(HOUSE);
    private static final Plate.Reading READING = Plate.read(HOUSE.plateTexts());
    private static final Map<String, Plate> PLATES = READING.plates();

    @Test
    void every_room_has_a_door_plate_that_can_be_read() {
        assertThat(CODE.rooms()).containsKey("dev.belay.json");
        assertThat(READING.broken()).isEmpty();
        assertThat(RoomRules.everyRoomHasItsPlate(CODE, PLATES)).isEmpty();
    }

    @Test
    void a_room_imports_only_what_its_door_plate_allows() {
        assertThat(RoomRules.importsAllowedByPlates(CODE, PLATES)).isEmpty();
    }

    @Test
    void rooms_have_no_cycles() {
        assertThat(RoomRules.noCycles(CODE)).isEmpty();
    }

    @Test
    void pure_rooms_touch_no_machine() {
        assertThat(RoomRules.pureRoomsTouchNoMachine(CODE, PLATES)).isEmpty();
    }

    @Test
    void pure_rooms_use_no_edge_room() {
        assertThat(RoomRules.pureRoomsUseNoEdgeRoom(CODE, PLATES)).isEmpty();
    }

    @Test
    void only_wiring_and_main_reach_for_time_dice_environment_and_streams() {
        assertThat(OutsideRules.onlyWiringReachesOutside(CODE)).isEmpty();
    }

    @Test
    void modules_use_lower_layers_only() {
        assertThat(eachModule(LayerRules::onlyLowerModules)).isEmpty();
    }

    @Test
    void a_module_holds_only_packages_below_its_own() {
        assertThat(eachModule(LayerRules::packagesBelongToTheirModule)).isEmpty();
    }

    @Test
    void the_root_package_of_a_module_with_rooms_holds_only_its_door_plate() {
        BiFunction<String, ByteCode, Set<String>> rule =
                (module, code) ->
                        LayerRules.MODULES_THAT_ARE_ROOMS.contains(module)
                                ? Set.of()
                                : LayerRules.rootHoldsOnlyItsPlate(Plate.HOUSE + module, code);

        assertThat(eachModule(rule)).isEmpty();
    }

    @Test
    void libraries_stay_at_the_edges() {
        assertThat(LayerRules.librariesStayAtTheEdges(CODE)).isEmpty();
    }

    @Test
    void stores_do_not_know_each_other() {
        assertThat(RoomRules.siblingsAreStrangers(CODE, "dev.belay.store")).isEmpty();
    }

    @Test
    void no_name_says_nothing() {
        assertThat(RoomRules.noVagueNames(CODE)).isEmpty();
    }

    @Test
    void no_signature_has_a_map_of_anything() {
        assertThat(SignatureRules.noMapsOfAnything(CODE)).isEmpty();
    }

    private static Set<String> eachModule(BiFunction<String, ByteCode, Set<String>> rule) {
        var broken = new TreeSet<String>();
        for (House.Module module : HOUSE.modules()) {
            if (Files.isDirectory(module.classes())) {
                broken.addAll(
                        rule.apply(module.name(), ByteCode.ofPaths(List.of(module.classes()))));
            }
        }
        return broken;
    }
}
