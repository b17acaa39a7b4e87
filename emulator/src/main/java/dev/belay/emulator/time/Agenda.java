package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import org.pcollections.TreePMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What will happen, in order: by time, then in the order it was put down.
 *
 * @param entries ordered by key
 * @param next the sequence number of the next entry
 */
public record Agenda(TreePMap<Key, Scheduled> entries, long next) {

    public static final Agenda EMPTY = new Agenda(TreePMap.empty(), 0);

    /** The order of the entries. */
    public record Key(Instant at, long sequence) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::at).thenComparingLong(Key::sequence);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public Agenda {
        requireNonNull(entries);
    }

    public Agenda plus(Instant at, Work work) {
        return new Agenda(entries.plus(new Key(at, next), new Scheduled(at, next, work)), next + 1);
    }

    public Agenda minus(Scheduled entry) {
        return new Agenda(entries.minus(new Key(entry.at(), entry.sequence())), next);
    }

    /** The entry that comes first. */
    public Optional<Scheduled> first() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.firstEntry().getValue());
    }

    /** The first entry if it is due at the instant or earlier. */
    public Optional<Scheduled> due(Instant now) {
        return first().filter(entry -> !entry.at().isAfter(now));
    }

    /** All entries in order. */
    public Collection<Scheduled> all() {
        return entries.values();
    }
}
