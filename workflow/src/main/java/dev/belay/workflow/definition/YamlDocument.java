package dev.belay.workflow.definition;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * The one document of a YAML file, within limits of size, depth and aliases that no honest file
 * meets.
 */
record YamlDocument(String file, String text, Problems problems) {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 64;
    private static final int MOST_ALIASES = 50;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setAllowNonScalarKeys(true)
                    .setMaxAliasesForCollections(MOST_ALIASES)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();

    /** Empty if there is none; a problem then says why. */
    Optional<Node> root() {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(start(), "The file has more than " + MOST_CHARACTERS + " characters.");
            return Optional.empty();
        }
        try {
            return isTooDeep() ? Optional.empty() : only();
        } catch (ReaderException e) {
            problems.add(
                    at(e.getPosition()),
                    String.format(
                            Locale.ROOT,
                            "The file is no text: it holds the character U+%04X.",
                            e.getCodePoint()),
                    "A workflow is a YAML file in UTF-8.");
        } catch (MarkedYamlEngineException e) {
            problems.add(
                    e.getProblemMark().or(e::getContextMark).map(this::at).orElseGet(this::start),
                    "This is not valid YAML: " + said(e) + ".",
                    isAboutTabs(e)
                            ? "YAML is indented with spaces; replace the tab."
                            : "Look at the indentation, colons, brackets and quotes around here.");
        } catch (YamlEngineException e) {
            problems.add(
                    start(),
                    String.valueOf(e.getMessage()).contains("aliases")
                            ? "The file repeats lists and mappings by more than "
                                    + MOST_ALIASES
                                    + " aliases."
                            : "This is not valid YAML: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    // The library composes by recursion, so that depth is looked at before.
    private boolean isTooDeep() {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth +=
                    switch (event.getEventId()) {
                        case SequenceStart, MappingStart -> 1;
                        case SequenceEnd, MappingEnd -> -1;
                        default -> 0;
                    };
            if (depth > DEEPEST) {
                problems.add(
                        event.getStartMark().map(this::at).orElseGet(this::start),
                        "The file is nested deeper than " + DEEPEST + " levels.");
                return true;
            }
        }
        return false;
    }

    private Optional<Node> only() {
        Iterator<Node> documents = new Compose(SETTINGS).composeAllFromString(text).iterator();
        if (!documents.hasNext()) {
            problems.add(
                    start(),
                    "The file is empty.",
                    "A workflow needs 'name' and 'phases'; a used file needs 'provisioners'.");
            return Optional.empty();
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            problems.add(
                    documents.next().getStartMark().map(this::at).orElseGet(this::start),
                    "The file holds a second document.",
                    "Write one workflow per file; remove the line '---' before it.");
        }
        return Optional.of(first);
    }

    private static String said(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String said = problem == null ? String.valueOf(e.getContext()) : problem;
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }

    private static boolean isAboutTabs(MarkedYamlEngineException e) {
        return said(e).contains("\\t");
    }

    private Place start() {
        return new Place(file, 1, 1);
    }

    private Place at(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place at(int position) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(position, text.codePointCount(0, text.length())));
        return new RawText(text, start()).place(end);
    }
}
