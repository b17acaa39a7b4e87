package dev.belay.emulator.file;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A world file cannot be carried out; its message names every mistake with line and column. */
public final class BrokenWorldFileException extends RuntimeException {

    private final transient List<Mistake> mistakes;

    /**
     * @param name the file as its reader knows it
     * @param mistakes at least one
     */
    public BrokenWorldFileException(String name, List<Mistake> mistakes) {
        super(
                mistakes.stream()
                        .map(mistake -> name + ":" + mistake)
                        .collect(joining(System.lineSeparator())));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
