package dev.belay.cli.command;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.view.text.Complaint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that the user named, read whole.
 *
 * @param name as the user wrote it
 * @param text its content
 */
record InputFile(String name, String text) {

    /**
     * @param what what it should be, e.g. {@code template}
     * @throws BadInput if it cannot be read as text
     */
    static InputFile read(Surroundings around, String name, String what) {
        try {
            Path path = around.path(name);
            if (Files.isDirectory(path)) {
                throw complaint(name, "This is a directory, not a " + what + ".", "");
            }
            return new InputFile(name, decode(Files.readAllBytes(path)));
        } catch (NoSuchFileException | InvalidPathException _) {
            throw complaint(
                    name,
                    "There is no such " + what + ".",
                    "Paths start from '" + around.workingDirectory() + "'.");
        } catch (AccessDeniedException _) {
            throw complaint(name, "The " + what + " may not be read.", "Check its permissions.");
        } catch (CharacterCodingException _) {
            throw complaint(name, "The " + what + " is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException failed) {
            throw complaint(name, "The " + what + " cannot be read: " + failed + ".", "");
        }
    }

    /** UTF-8, or UTF-16 with a byte-order mark as editors on Windows save it. */
    private static String decode(byte[] bytes) throws CharacterCodingException {
        boolean sixteen =
                bytes.length >= 2
                        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        return (sixteen ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static BadInput complaint(String name, String what, String hint) {
        return new BadInput(List.of(Complaint.at(Complaint.Place.of(name), what, hint)));
    }
}
