package dev.belay.cli.command;

import dev.belay.emulator.file.BrokenWorldFileException;
import dev.belay.emulator.file.Mistake;
import dev.belay.emulator.host.StateMismatchException;
import dev.belay.view.text.Complaint;

import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** What may be wrong with a world file and its state, as complaints. */
final class WorldInput {

    private WorldInput() {}

    /**
     * @param file the world file, as its mistakes are shown
     * @param state as the user knows it
     * @throws BadInput if world file or state cannot be used
     */
    static <T> T opened(InputFile file, String state, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (BrokenWorldFileException broken) {
            throw new BadInput(
                    broken.mistakes().stream().map(mistake -> complaint(mistake, file)).toList());
        } catch (StateMismatchException other) {
            throw BadInput.of(String.valueOf(other.getMessage()), "Nothing was changed.");
        } catch (UncheckedIOException failed) {
            String why = failed.getCause() == null ? "" : ": " + failed.getCause();
            throw BadInput.of(failed.getMessage() + why, "Check the folder and its permissions.");
        }
    }

    private static Complaint complaint(Mistake mistake, InputFile file) {
        return Complaint.at(
                Complaint.Place.in(
                        file.name(), file.text(), mistake.at().line(), mistake.at().column()),
                mistake.message(),
                "");
    }
}
