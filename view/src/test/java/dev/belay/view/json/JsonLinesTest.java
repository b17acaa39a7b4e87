package dev.belay.view.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.JsonReader;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.view.text.Complaint;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class JsonLinesTest {

    @Test
    void an_event_is_one_line_that_says_its_type_and_when() {
        String line =
                JsonLines.event(new TransactionEvent.Note("one\ntwo"), Duration.ofSeconds(61));

        assertThat(line).doesNotContain("\n");
        assertThat(JsonReader.strict().read(line).textAt("/type")).contains("note");
        assertThat(JsonReader.strict().read(line).textAt("/elapsed")).contains("PT1M1S");
    }

    @Test
    void a_complaint_names_its_place() {
        Complaint.Place place = Complaint.Place.in("a.json", "{}", 1, 2);

        String line = JsonLines.complaints(List.of(Complaint.at(place, "Bad.", "Good.")), 2);

        assertThat(line)
                .isEqualTo(
                        "{\"type\":\"error\",\"exit\":2,\"problems\":[{\"message\":\"Bad.\","
                            + "\"file\":\"a.json\",\"line\":1,\"column\":2,\"hint\":\"Good.\"}]}");
    }
}
