package dev.belay.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ComplaintTest {

    @Test
    void a_place_shows_its_line_with_a_caret_below_the_column() {
        Complaint.Place place = Complaint.Place.in("a.json", "{\n\t\"x\": tru\n}", 2, 7);

        List<String> lines = Complaint.at(place, "No value.", "Write true.").lines();

        assertThat(lines)
                .containsExactly(
                        "a.json:2:7: No value.",
                        "    2 |  \"x\": tru",
                        "      |       ^",
                        "  Write true.");
    }

    @Test
    void of_a_very_long_line_only_the_surroundings_are_shown() {
        String content = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);

        List<String> lines =
                Complaint.at(Complaint.Place.in("a.json", content, 1, 5_001), "Wrong.", "").lines();

        assertThat(lines.get(1)).contains("xHEREy").hasSizeLessThan(180);
        assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
    }

    @Test
    void a_place_beyond_the_content_shows_no_line() {
        Complaint.Place place = Complaint.Place.in("a.json", "{}", 9, 1);

        assertThat(Complaint.at(place, "Wrong.", "").lines()).containsExactly("a.json:9:1: Wrong.");
    }
}
