package dev.belay.cli.command;

import dev.belay.view.text.Complaint;

import java.util.List;

/**
 * What the user gave cannot be used: arguments or files. Caught by {@code Belay} alone, which
 * prints the complaints and exits with 2.
 */
public final class BadInput extends RuntimeException {

    private final transient List<Complaint> complaints;

    BadInput(List<Complaint> complaints) {
        super(complaints.getFirst().what(), null, false, false);
        this.complaints = List.copyOf(complaints);
    }

    /**
     * @param what what is wrong, a sentence
     * @param hint what to do, a sentence; empty for none
     */
    public static BadInput of(String what, String hint) {
        return new BadInput(List.of(Complaint.of(what, hint)));
    }

    public List<Complaint> complaints() {
        return complaints;
    }
}
