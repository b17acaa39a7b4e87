package dev.belay.view.text;

import dev.belay.json.JsonWriter;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.List;

/** A snapshot for a person: every resource with its body as ARM showed it. */
public final class SavedText {

    private SavedText() {}

    public static List<String> of(Snapshot snapshot) {
        var lines = new ArrayList<String>();
        lines.add("Saved at " + snapshot.takenAt());
        for (SnapshotEntry entry : snapshot.entries().values()) {
            lines.add("");
            String head = entry.id().path() + " (api-version " + entry.apiVersion() + ")";
            switch (entry) {
                case SnapshotEntry.Present present -> {
                    lines.add("present  " + head);
                    JsonWriter.pretty(present.body()).lines().forEach(lines::add);
                }
                case SnapshotEntry.Absent _ -> lines.add("absent   " + head);
                case SnapshotEntry.Unreadable(_, _, var error) ->
                        lines.add(
                                "unreadable  "
                                        + head
                                        + ": "
                                        + error.code()
                                        + ": "
                                        + error.message());
            }
        }
        return lines;
    }
}
