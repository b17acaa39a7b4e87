package dev.belay.view.text;

import dev.belay.template.diagnostic.Diagnostic;

import java.util.Optional;

/** Complaints about a file out of what a reader said of its content. */
public final class Complaints {

    private Complaints() {}

    /**
     * @param file as the person wrote it
     * @param content the file's text
     */
    public static Complaint of(Diagnostic diagnostic, String file, String content) {
        Complaint.Place place =
                diagnostic
                        .span()
                        .map(span -> Complaint.Place.in(file, content, span.line(), span.column()))
                        .orElseGet(() -> Complaint.Place.of(file));
        return new Complaint(
                Optional.of(diagnostic.code()),
                diagnostic.message(),
                Optional.of(place),
                diagnostic.hint().orElse(""));
    }
}
