package dev.belay.cli.command;

import dev.belay.cli.wiring.Surroundings;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.view.text.Complaints;

import java.util.List;

/**
 * The template that {@code -f} names, read.
 *
 * @param file its name and text
 */
record TemplateFile(InputFile file, Template template) {

    /**
     * @throws BadInput if there is none, or it is no template
     */
    static TemplateFile of(Arguments arguments, Surroundings around) {
        String name = arguments.required("--template-file", "Name the template: -f TEMPLATE.");
        if (name.endsWith(".bicep")) {
            throw BadInput.of(
                    "'" + name + "' is a Bicep file, which Belay does not read.",
                    "Compile it: bicep build " + name);
        }
        InputFile file = InputFile.read(around, name, "template");
        return switch (TemplateReader.read(file.text())) {
            case Reading.Read(var template) -> new TemplateFile(file, template);
            case Reading.Refused(var diagnostics) -> throw wrong(file, diagnostics);
        };
    }

    /** What is wrong with the template, as bad input. */
    BadInput wrong(List<Diagnostic> diagnostics) {
        return wrong(file, diagnostics);
    }

    private static BadInput wrong(InputFile file, List<Diagnostic> diagnostics) {
        return new BadInput(
                diagnostics.stream()
                        .map(each -> Complaints.of(each, file.name(), file.text()))
                        .toList());
    }
}
