package dev.belay.store.file;

import dev.belay.transaction.log.StoreException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what the disk says into the store's one exception, in words. */
final class Failures {

    private Failures() {}

    /** Something that may fail on the disk. */
    @FunctionalInterface
    interface Act<T> {
        T run() throws IOException;
    }

    /**
     * @param purpose what is done, to go on from "Could not"
     */
    static <T> T translate(String purpose, Act<T> act) {
        try {
            return act.run();
        } catch (DamagedException damaged) {
            throw new StoreException(String.valueOf(damaged.getMessage()), damaged);
        } catch (IOException failed) {
            throw new StoreException("Could not " + purpose + ": " + words(failed), failed);
        }
    }

    private static String words(IOException failed) {
        return switch (failed) {
            case NoSuchFileException gone -> "'" + gone.getFile() + "' is not there.";
            case AccessDeniedException denied -> "access to '" + denied.getFile() + "' is denied.";
            case FileAlreadyExistsException there -> "'" + there.getFile() + "' exists already.";
            case FileSystemException other when other.getReason() != null ->
                    "'" + other.getFile() + "': " + other.getReason() + ".";
            case IOException other when other.getMessage() != null ->
                    other.getMessage().endsWith(".")
                            ? other.getMessage()
                            : other.getMessage() + ".";
            case IOException other -> other + ".";
        };
    }
}
