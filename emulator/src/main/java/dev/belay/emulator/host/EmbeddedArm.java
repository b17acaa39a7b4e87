package dev.belay.emulator.host;

import dev.belay.arm.Clock;
import dev.belay.arm.Pause;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.file.WorldFile;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.router.Router;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.Catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The embedded ARM in process: holds the world, lets one writer at a time change it, and moves
 * virtual time. Waiting ({@link #pause()}) moves it, and so does a poll: after its answer time is
 * at the next event of what it looked at.
 */
public final class EmbeddedArm implements ArmTransport, AutoCloseable {

    private static final String NO_FILE = "{}";

    private final Stepper stepper;
    private final Optional<Keeper> keeper;
    private final Hands hands;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile World world;

    private EmbeddedArm(Stepper stepper, World world, Optional<Keeper> keeper, Pace pace) {
        this.stepper = stepper;
        this.world = world;
        this.keeper = keeper;
        this.hands = Hands.of(pace, world.now());
    }

    /** An embedded ARM over a world that is kept nowhere. */
    public static EmbeddedArm of(World world) {
        return of(world, Pace.BY_POLLS);
    }

    /** An embedded ARM over a world that is kept nowhere. */
    public static EmbeddedArm of(World world, Pace pace) {
        var stepper = new Stepper(Router.standard(Catalog.standard()));
        return new EmbeddedArm(stepper, world, Optional.empty(), pace);
    }

    /** As {@link #open(Optional, Optional, Pace)}, with time that polls move. */
    public static EmbeddedArm open(Path worldFile, Optional<Path> stateFile) {
        return open(Optional.of(worldFile), stateFile, Pace.BY_POLLS);
    }

    /**
     * Opens a world file, or goes on with what a state has kept of it.
     *
     * @param worldFile a text in UTF-8; empty: a tenant with one subscription and nothing in it
     * @param stateFile where every change is kept before its answer is given; empty: nowhere
     * @throws dev.belay.emulator.file.BrokenWorldFileException if the world file is wrong; nothing
     *     on disk was changed
     * @throws StateMismatchException if the state was made from another world file, is damaged, or
     *     in use by another process
     * @throws UncheckedIOException if a file cannot be read
     */
    public static EmbeddedArm open(Optional<Path> worldFile, Optional<Path> stateFile, Pace pace) {
        String text = worldFile.map(EmbeddedArm::read).orElse(NO_FILE);
        String name = worldFile.map(Path::toString).orElse("no world file");
        Router router = Router.standard(Catalog.standard());
        var stepper = new Stepper(router);
        Supplier<World> anew = () -> WorldFile.world(name, text, router);
        if (stateFile.isEmpty()) {
            return new EmbeddedArm(stepper, anew.get(), Optional.empty(), pace);
        }
        World frame = WorldFile.frame(name, text);
        Keeper.Opened opened = Keeper.open(stateFile.get(), digest(text), frame, anew, stepper);
        return new EmbeddedArm(stepper, opened.world(), Optional.of(opened.keeper()), pace);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The world file '" + file + "' cannot be read.", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public ArmResponse send(ArmRequest request) throws NoAnswerException {
        return answer(request)
                .response()
                .orElseThrow(
                        () ->
                                new NoAnswerException(
                                        "No answer to "
                                                + request.method()
                                                + " "
                                                + request.uri().getPath()
                                                + "."));
    }

    /**
     * Carries out a request. What it changed is kept when this returns.
     *
     * @throws UncheckedIOException if it cannot be kept; then nothing was changed
     */
    public Answered answer(ArmRequest request) {
        return reads(request)
                ? look(request).orElseGet(() -> act(request, false))
                : act(request, true);
    }

    /** Whether a request surely changes nothing, so that it needs no turn. */
    private boolean reads(ArmRequest request) {
        return (request.method() == Method.GET || request.method() == Method.HEAD)
                && world.script().faults().entries().isEmpty();
    }

    /** Answers from the world as it is; empty if time has to move, which takes a turn. */
    private Optional<Answered> look(ArmRequest request) {
        World snapshot = world;
        Instant now = hands.now(snapshot);
        if (snapshot.agenda().due(now).isPresent()) {
            return Optional.empty();
        }
        Reply reply = stepper.look(snapshot, request, now);
        return reply.poll().isPresent() && hands.movedByPolls()
                ? Optional.empty()
                : Optional.of(new Answered(reply.response(), reply.poll().isPresent(), now));
    }

    /**
     * @param writes whether more than time may have changed
     */
    private Answered act(ArmRequest request, boolean writes) {
        turn.lock();
        try {
            World before = world;
            Instant at = hands.now(before);
            Stepper.Step step = stepper.ask(before, request, at);
            Instant until = hands.movedByPolls() ? Stepper.next(step.reply(), at) : at;
            World after = stepper.advance(step.after(), until);
            if (writes) {
                keep(new Change.Asked(request, at, until, after.drawn()));
            } else if (until.isAfter(before.now())) {
                keep(new Change.Moved(until, after.drawn()));
            }
            world = after;
            keeper.ifPresent(kept -> kept.foldIfLong(after));
            return new Answered(step.reply().response(), step.reply().poll().isPresent(), at);
        } finally {
            turn.unlock();
        }
    }

    private void keep(Change change) {
        keeper.ifPresent(kept -> kept.keep(change));
    }

    /** The world as it is at this moment; reading it disturbs nobody. */
    public World world() {
        return world;
    }

    /** What was noticed when the state was opened, sentences for people. */
    public List<String> notes() {
        return keeper.map(Keeper::notes).orElse(List.of());
    }

    /** Virtual time, as answers show it. */
    public Instant now() {
        return hands.now(world);
    }

    /**
     * The clock of this ARM.
     *
     * @param monotonic real time since an arbitrary start, for leases
     */
    public Clock clock(Supplier<Duration> monotonic) {
        return new Clock() {
            @Override
            public Instant now() {
                return EmbeddedArm.this.now();
            }

            @Override
            public Duration monotonic() {
                return monotonic.get();
            }
        };
    }

    /** Waiting moves virtual time, with all that is due on the way. */
    public Pause pause() {
        return this::moveTime;
    }

    private void moveTime(Duration duration) {
        if (!hands.movedByPolls()) {
            throw new IllegalStateException("Real time cannot be moved by " + duration + ".");
        }
        turn.lock();
        try {
            World after = stepper.advance(world, world.now().plus(duration));
            keep(new Change.Moved(after.now(), after.drawn()));
            world = after;
        } finally {
            turn.unlock();
        }
    }

    /** Folds what was kept change by change into one checkpoint. */
    public void keep() {
        turn.lock();
        try {
            keeper.ifPresent(kept -> kept.checkpoint(world));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        keep();
        keeper.ifPresent(Keeper::close);
    }
}
