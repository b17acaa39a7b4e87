package dev.belay.emulator.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being answered; a stop waits for them and lets no other in. */
final class InFlight {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int count;
    private boolean stopping;

    /** Whether one more may be answered; then {@link #leave()} must follow. */
    boolean enter() {
        lock.lock();
        try {
            if (!stopping) {
                count++;
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            count--;
            if (count == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when all are answered, or after the longest wait. */
    void drain(Duration longest) {
        lock.lock();
        try {
            stopping = true;
            long left = longest.toNanos();
            while (count > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
