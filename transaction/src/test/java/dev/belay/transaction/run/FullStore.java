package dev.belay.transaction.run;

import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.log.TransactionStore;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/**
 * A store whose disk is full from its k-th write on; reading goes on. Whatever writes counts: logs,
 * blobs, the lease book.
 */
final class FullStore {

    static final String FULL = "No space left on device.";

    private static final Set<String> WRITES =
            Set.of(
                    "create",
                    "takeOver",
                    "append",
                    "putBlob",
                    "post",
                    "acquire",
                    "renew",
                    "release");
    private static final List<Class<?>> PARTS =
            List.of(TransactionStore.class, TransactionLog.class, LeaseBook.class);

    private final int first;
    private final Runnable whenFull;
    private int writes;

    /**
     * @param first the number of the first write that fails, from 1
     * @param whenFull runs when it does
     */
    FullStore(int first, Runnable whenFull) {
        this.first = first;
        this.whenFull = whenFull;
    }

    TransactionStore over(TransactionStore store) {
        return (TransactionStore) part(store);
    }

    /** Whether a write has failed. */
    boolean full() {
        return writes >= first;
    }

    private Object part(Object target) {
        Class<?>[] kinds =
                PARTS.stream().filter(part -> part.isInstance(target)).toArray(Class<?>[]::new);
        return kinds.length == 0
                ? target
                : Proxy.newProxyInstance(
                        FullStore.class.getClassLoader(),
                        kinds,
                        (_, method, arguments) -> call(target, method, arguments));
    }

    private @Nullable Object call(Object target, Method method, Object[] arguments)
            throws Throwable {
        if (WRITES.contains(method.getName())) {
            writes++;
            if (writes == first) {
                whenFull.run();
            }
            if (writes >= first) {
                throw new StoreException(FULL);
            }
        }
        try {
            method.setAccessible(true);
            Object result = method.invoke(target, arguments);
            return result == null ? null : part(result);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
