package dev.belay.cli.wiring;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The signals of this process.
 *
 * <p>A shutdown hook would see the first signal only, so {@code sun.misc.Signal} it is. That class
 * cannot be named under {@code -Werror}, hence the reflection; it is loaded when a command listens,
 * not at the start of the program.
 */
final class ProcessSignals implements Signals {

    private static final List<String> NAMES = List.of("INT", "TERM");

    @Override
    public Listening listen(Reaction reaction) {
        var count = new AtomicInteger();
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> false;
                        case "toString" -> "the reaction of belay";
                        default -> handle(reaction, count.incrementAndGet());
                    };
                };
        try {
            return install(handler);
        } catch (ReflectiveOperationException _) {
            return () -> {}; // a Java without signals: the process just dies, and can be resumed
        }
    }

    private static @Nullable Object handle(Reaction reaction, int times) {
        reaction.signalled(times);
        return null; // a proxy's void
    }

    private static Listening install(InvocationHandler reaction)
            throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method handle = signal.getMethod("handle", signal, handler);
        Object ours =
                Proxy.newProxyInstance(
                        handler.getClassLoader(), new Class<?>[] {handler}, reaction);
        var undo = new ArrayList<Runnable>();
        for (String name : NAMES) {
            Object of = signal.getConstructor(String.class).newInstance(name);
            Object before = handle.invoke(null, of, ours);
            undo.add(() -> restore(handle, of, before));
        }
        return () -> undo.forEach(Runnable::run);
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("Signals cannot be given back.", failed);
        }
    }
}
