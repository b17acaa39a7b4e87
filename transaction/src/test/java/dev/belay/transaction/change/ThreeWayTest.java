package dev.belay.transaction.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceType;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.transaction.snapshot.Mark;
import dev.belay.types.catalog.Catalog;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ThreeWayTest {

    private static final String B = "{properties:{a:1,rules:[{name:'x',p:1}]},tags:{t:'1'}}";

    private static JsonObject json(String text) {
        return (JsonObject) JsonReader.lenient().read(text);
    }

    private static Merged merge(String before, String sent, String after, String now) {
        return merge(before, sent, after, now, List.of());
    }

    private static Merged merge(
            String before, String sent, String after, String now, List<JsonPointer> own) {
        return ThreeWay.of(
                Catalog.standard().type(ResourceType.of("Microsoft.Network/networkSecurityGroups")),
                new ThreeWay.Sides(
                        json(before), Optional.of(json(sent)), Optional.of(json(after)), json(now)),
                own);
    }

    private static List<String> texts(List<JsonPointer> places) {
        return places.stream().map(JsonPointer::toString).toList();
    }

    @Test
    void what_the_deployment_changed_is_restored() {
        String after = "{properties:{a:2,b:1,rules:[{name:'y',p:1}]},tags:{t:'2'}}";

        Merged merged = merge(B, after, after, after);

        assertThat(merged.target()).isEqualTo(json(B));
        assertThat(texts(merged.restored()))
                .containsExactlyInAnyOrder(
                        "/properties/a",
                        "/properties/b",
                        "/properties/rules/[name=x]",
                        "/properties/rules/[name=y]",
                        "/tags/t");
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.others()).isEmpty();
    }

    @Test
    void what_is_as_before_needs_nothing() {
        Merged merged = merge(B, "{properties:{a:2}}", "{properties:{a:2}}", B);

        assertThat(merged.restored()).isEmpty();
        assertThat(merged.target()).isEqualTo(json(B));
    }

    @Test
    void a_place_that_the_deployment_left_as_it_was_is_others_when_it_differs() {
        String now = "{properties:{a:7,rules:[{name:'x',p:1}]},tags:{t:'1'}}";

        Merged merged = merge(B, "{}", B, now);

        assertThat(texts(merged.others())).containsExactly("/properties/a");
        assertThat(merged.target()).isEqualTo(json(now));
    }

    @Test
    void an_item_neither_before_nor_sent_is_somebody_elses() {
        String sent = "{properties:{a:1,rules:[{name:'y',p:1}]},tags:{t:'1'}}";
        String after =
                "{properties:{a:1,rules:[{name:'y',p:1},{name:'z',p:9}]},tags:{t:'1',u:'2'}}";

        Merged merged = merge(B, sent, after, after);

        assertThat(texts(merged.others()))
                .containsExactlyInAnyOrder("/properties/rules/[name=z]", "/tags/u");
        assertThat(merged.target())
                .isEqualTo(
                        json(
                                "{properties:{a:1,rules:[{name:'x',p:1},{name:'z',p:9}]},"
                                        + "tags:{t:'1',u:'2'}}"));
    }

    @Test
    void an_item_sent_inside_a_marked_list_is_ours() {
        JsonObject sent =
                Json.object().with("properties", Json.object().with("rules", Mark.DEFERRED.json()));
        String after = "{properties:{a:1,rules:[{name:'x',p:1},{name:'y',p:1}]},tags:{t:'1'}}";

        Merged merged = merge(B, sent.toText(), after, after);

        assertThat(texts(merged.restored())).containsExactly("/properties/rules/[name=y]");
    }

    @Test
    void a_place_changed_again_after_the_deployment_is_a_conflict() {
        String after = "{properties:{a:2,rules:[{name:'x',p:1}]},tags:{t:'1'}}";
        String now = "{properties:{a:3,rules:[{name:'x',p:1}]},tags:{t:'1'}}";

        Merged merged = merge(B, after, after, now);

        assertThat(texts(merged.conflicts())).containsExactly("/properties/a");
        assertThat(merged.target()).isEqualTo(json(now));
    }

    @Test
    void a_place_to_which_was_sent_what_stood_there_is_others_if_that_was_taken() {
        String sent = "{properties:{a:1,rules:[{name:'x',p:1}]},tags:{t:'2'}}";
        String after = "{properties:{a:7,rules:[{name:'x',p:9}]},tags:{t:'2'}}";

        Merged taken = merge(B, sent, after, true);
        Merged unknown = merge(B, sent, after, false);

        assertThat(texts(taken.others()))
                .containsExactlyInAnyOrder("/properties/a", "/properties/rules/[name=x]/p");
        assertThat(taken.target())
                .isEqualTo(json("{properties:{a:7,rules:[{name:'x',p:9}]},tags:{t:'1'}}"));
        assertThat(unknown.others()).isEmpty();
        assertThat(unknown.target()).isEqualTo(json(B));
    }

    private static Merged merge(String before, String sent, String after, boolean taken) {
        return ThreeWay.of(
                Catalog.standard().type(ResourceType.of("Microsoft.Network/networkSecurityGroups")),
                new ThreeWay.Sides(
                        json(before),
                        Optional.of(json(sent)),
                        Optional.of(json(after)),
                        json(after),
                        taken),
                List.of());
    }

    @Test
    void a_place_that_the_undo_itself_wrote_is_no_conflict() {
        String after = "{properties:{a:2,rules:[{name:'x',p:1}]},tags:{t:'1'}}";
        String now = "{properties:{a:3,rules:[{name:'x',p:1}]},tags:{t:'1'}}";

        Merged merged = merge(B, after, after, now, List.of(JsonPointer.of("properties", "a")));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(texts(merged.restored())).containsExactly("/properties/a");
    }

    @Test
    void a_change_that_was_not_sent_is_restored_and_named() {
        String after = "{properties:{a:2,rules:[{name:'x',p:1}]},tags:{t:'1'}}";

        Merged merged = merge(B, "{tags:{t:'1'}}", after, after);

        assertThat(texts(merged.unsent())).containsExactly("/properties/a");
        assertThat(merged.target()).isEqualTo(json(B));
    }
}
