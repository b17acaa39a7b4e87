package dev.belay.emulator.host;

import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A state on disk: a checkpoint and the changes since. A process may be killed at any instant; the
 * world is then as it was when the last answer was sent, or as after the request that was not
 * answered any more.
 *
 * <p>A new checkpoint is put in its place first, then an empty log of its generation. A log of an
 * earlier generation than the checkpoint is already in it.
 */
final class Keeper implements AutoCloseable {

    /** Changes of more bytes than this are folded into a new checkpoint. */
    private static final long FOLD_AT = 16L << 20;

    private final StateFile file;
    private final String digest;
    private final Path changes;
    private final StateLock lock;
    private final Sealer sealer;
    private final List<String> notes;
    private ChangeLog log;
    private long generation;

    private Keeper(
            StateFile file,
            String digest,
            Path changes,
            StateLock lock,
            List<String> notes,
            ChangeLog log,
            long generation) {
        this.file = file;
        this.digest = digest;
        this.changes = changes;
        this.lock = lock;
        this.sealer = file.sealer();
        this.notes = notes;
        this.log = log;
        this.generation = generation;
    }

    /**
     * A state and the world that it holds.
     *
     * @param world made anew if there was no state
     */
    record Opened(Keeper keeper, World world) {}

    /**
     * @param path of the checkpoint; the changes are beside it
     * @param digest of the world file
     * @param frame the world that the world file frames
     * @param anew the world to begin with; it may refuse, and then nothing on disk was changed
     * @throws StateMismatchException if it is in use, damaged, or of another world file
     */
    static Opened open(
            Path path, String digest, World frame, Supplier<World> anew, Stepper stepper) {
        var file = new StateFile(path);
        Optional<World> first = file.exists() ? Optional.empty() : Optional.of(anew.get());
        StateLock lock = StateLock.on(path);
        try {
            Path changes = path.resolveSibling(path.getFileName() + ".changes");
            Optional<StateFile.Checkpoint> kept = file.read(digest, frame);
            if (kept.isEmpty()) {
                World world = first.orElseGet(anew);
                return begun(file, digest, changes, lock, world);
            }
            return resumed(file, digest, changes, lock, kept.get(), stepper);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Opened begun(
            StateFile file, String digest, Path changes, StateLock lock, World world) {
        // no checkpoint: a log that is there belongs to a state that was removed
        ChangeLog log = ChangeLog.begin(changes, 1);
        file.write(new StateFile.Checkpoint(world, 1), digest);
        return new Opened(new Keeper(file, digest, changes, lock, List.of(), log, 1), world);
    }

    private static Opened resumed(
            StateFile file,
            String digest,
            Path changes,
            StateLock lock,
            StateFile.Checkpoint kept,
            Stepper stepper) {
        long generation = kept.generation();
        Optional<ChangeLog.Content> content = ChangeLog.read(changes);
        if (content.isEmpty()) {
            // it is there before the checkpoint is, and is only ever replaced
            throw new StateMismatchException(
                    "The changes '"
                            + changes
                            + "' are gone; they hold what happened since the checkpoint beside"
                            + " them. Put them back, or remove the state too to begin anew.");
        }
        if (content.get().generation() < generation) {
            ChangeLog log = ChangeLog.begin(changes, generation);
            return new Opened(
                    new Keeper(file, digest, changes, lock, List.of(), log, generation),
                    kept.world());
        }
        if (content.get().generation() > generation) {
            throw new StateMismatchException(
                    "The changes '"
                            + changes
                            + "' belong to a later checkpoint than the one beside them. Put the"
                            + " later one back, or remove both to begin anew.");
        }
        World world = kept.world();
        for (JsonObject record : content.get().records()) {
            world = repeated(Change.from(record, file.sealer()), world, stepper, changes);
        }
        ChangeLog log = ChangeLog.resume(changes, content.get());
        List<String> notes = notes(changes, content.get());
        return new Opened(new Keeper(file, digest, changes, lock, notes, log, generation), world);
    }

    private static World repeated(Change change, World world, Stepper stepper, Path changes) {
        World after = change.repeat(world, stepper);
        if (after.drawn() != change.drawn()) {
            throw new StateMismatchException(
                    "The changes '"
                            + changes
                            + "' lead elsewhere when repeated: they were made by another version"
                            + " of Belay. Use that one, or remove the state to begin anew.");
        }
        return after;
    }

    private static List<String> notes(Path changes, ChangeLog.Content content) {
        return content.cut() == 0
                ? List.of()
                : List.of(
                        "The last record of '"
                                + changes
                                + "' was torn: "
                                + content.cut()
                                + " bytes at byte "
                                + content.length()
                                + " were cut off. Its request had not been answered.");
    }

    /** What was noticed when it was opened, for people. */
    List<String> notes() {
        return notes;
    }

    /**
     * Makes a change durable.
     *
     * @throws java.io.UncheckedIOException if it cannot be; then it must not be answered
     */
    void keep(Change change) {
        log.append(change.toJson(sealer));
    }

    /** Folds the changes into a new checkpoint once there are many. */
    void foldIfLong(World world) {
        if (log.length() > FOLD_AT) {
            checkpoint(world);
        }
    }

    void checkpoint(World world) {
        file.write(new StateFile.Checkpoint(world, generation + 1), digest);
        generation++;
        log.close();
        log = ChangeLog.begin(changes, generation);
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
