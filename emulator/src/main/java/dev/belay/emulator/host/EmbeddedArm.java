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
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The embedded ARM in process: holds the world, lets one writer at a time change it, and moves
 * virtual time. Waiting ({@link #pause()}) moves it, and so does a poll: after its answer time is
 * at the next event of what it looked at.
 */
public final class EmbeddedArm implements ArmTransport, AutoCloseable {

    private static final Duration POLL_OF_NOTHING = Duration.ofSeconds(15);

    private record Kept(StateFile file, String digest) {}

    private final Router router;
    private final Optional<Kept> kept;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile World world;

    private EmbeddedArm(Router router, World world, Optional<Kept> kept) {
        this.router = router;
        this.world = world;
        this.kept = kept;
    }

    /** An embedded ARM over a world that is kept nowhere. */
    public static EmbeddedArm of(World world) {
        return new EmbeddedArm(Router.standard(Catalog.standard()), world, Optional.empty());
    }

    /**
     * Opens a world file, or goes on with what a state has kept of it.
     *
     * @param worldFile a text in UTF-8
     * @param stateFile where the world is kept by {@link #close()}; empty: nowhere
     * @throws dev.belay.emulator.file.BrokenWorldFileException if the world file is wrong; nothing
     *     on disk was changed
     * @throws StateMismatchException if the state was made from another world file
     * @throws UncheckedIOException if a file cannot be read
     */
    public static EmbeddedArm open(Path worldFile, Optional<Path> stateFile) {
        String text = read(worldFile);
        String name = worldFile.toString();
        String digest = digest(text);
        Router router = Router.standard(Catalog.standard());
        Optional<Kept> kept = stateFile.map(path -> new Kept(new StateFile(path), digest));
        Optional<World> before =
                kept.flatMap(state -> state.file().read(digest, WorldFile.frame(name, text)));
        World world = before.orElseGet(() -> WorldFile.world(name, text, router));
        return new EmbeddedArm(router, world, kept);
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
                .orElseThrow(
                        () ->
                                new NoAnswerException(
                                        "No answer to "
                                                + request.method()
                                                + " "
                                                + request.uri().getPath()
                                                + "."));
    }

    private Optional<ArmResponse> answer(ArmRequest request) {
        return reads(request) ? read(request).or(() -> act(request)) : act(request);
    }

    /** Whether a request surely changes nothing, so that it needs no turn. */
    private boolean reads(ArmRequest request) {
        return (request.method() == Method.GET || request.method() == Method.HEAD)
                && world.script().faults().entries().isEmpty();
    }

    /** Answers from the world as it is; empty if time has to move, which takes a turn. */
    private Optional<ArmResponse> read(ArmRequest request) {
        World snapshot = world;
        Reply reply = router.handle(snapshot, request, snapshot.now());
        return reply.poll().isPresent() || snapshot.agenda().due(snapshot.now()).isPresent()
                ? Optional.empty()
                : reply.response();
    }

    private Optional<ArmResponse> act(ArmRequest request) {
        turn.lock();
        try {
            World before = router.advance(world, world.now());
            Reply reply = router.handle(before, request, before.now());
            World after = router.advance(reply.after(), before.now());
            if (reply.poll().isPresent()) {
                Instant next =
                        reply.poll().get().next().orElse(after.now().plus(retryAfter(reply)));
                if (next.isAfter(after.now())) {
                    after = router.advance(after, next);
                }
            }
            world = after;
            return reply.response();
        } finally {
            turn.unlock();
        }
    }

    private static Duration retryAfter(Reply reply) {
        return reply.response()
                .flatMap(answer -> answer.headers().first("Retry-After"))
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(POLL_OF_NOTHING);
    }

    /** The world as it is at this moment; reading it disturbs nobody. */
    public World world() {
        return world;
    }

    /** Virtual time, as answers show it. */
    public Instant now() {
        return world.now();
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
                return world.now();
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
        turn.lock();
        try {
            world = router.advance(world, world.now().plus(duration));
        } finally {
            turn.unlock();
        }
    }

    /** Keeps the world where it was opened with a state. */
    public void keep() {
        kept.ifPresent(state -> state.file().write(world, state.digest()));
    }

    @Override
    public void close() {
        keep();
    }
}
