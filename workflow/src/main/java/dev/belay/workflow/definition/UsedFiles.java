package dev.belay.workflow.definition;

import dev.belay.workflow.definition.YamlNode.Mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files that {@code uses} names: provisioners that several workflows share. A used file
 * uses no others.
 */
record UsedFiles(FileContext context) {

    List<ReadProvisioner> read(Fields workflow) {
        var all = new ArrayList<ReadProvisioner>();
        var seen = new ArrayList<String>();
        for (YamlNode item : workflow.list("uses")) {
            Optional<String> path = workflow.plainText("uses", item).map(context::resolve);
            if (path.isPresent() && isNew(path.get(), item.where(), seen)) {
                all.addAll(read(path.get(), item.where()));
            }
        }
        return all;
    }

    private boolean isNew(String path, Place place, List<String> seen) {
        if (seen.contains(path)) {
            context.problems().add(place, "'" + path + "' is used twice.", "Remove one of them.");
            return false;
        }
        seen.add(path);
        if (path.equals(FilePaths.name(context.file()))) {
            context.problems()
                    .add(
                            place,
                            "The workflow uses itself: '" + path + "'.",
                            "A used file holds provisioners only.");
            return false;
        }
        return true;
    }

    private List<ReadProvisioner> read(String path, Place place) {
        Optional<String> text = context.text(path, place, "used file");
        var used =
                new FileContext(
                        path,
                        FilePaths.folder(path),
                        context.files(),
                        context.problems(),
                        context.secretInputs(),
                        context.uses());
        return text.flatMap(given -> YamlText.read(path, given, context.problems()))
                .map(root -> provisioners(root, used))
                .orElse(List.of());
    }

    private List<ReadProvisioner> provisioners(YamlNode root, FileContext used) {
        if (root instanceof Mapping mapping) {
            mapping.find("uses").ifPresent(entry -> refuseUses(entry, used));
        }
        var known =
                root instanceof Mapping mapping && mapping.find("uses").isPresent()
                        ? List.of("provisioners", "uses")
                        : Keys.USED_FILE;
        return Fields.of(root, "used file", known, used)
                .flatMap(
                        fields ->
                                fields.require("provisioners")
                                        .flatMap(node -> fields.mapping("provisioners", node)))
                .map(mapping -> WorkflowReader.provisioners(mapping, used))
                .orElse(List.of());
    }

    private void refuseUses(YamlNode.Entry entry, FileContext used) {
        String back = FilePaths.name(context.file());
        boolean circle =
                entry.value() instanceof YamlNode.Sequence(var items, _)
                        && items.stream()
                                .flatMap(item -> item.json().asText().stream())
                                .map(used::resolve)
                                .anyMatch(path -> path.equals(back) || path.equals(used.file()));
        context.problems()
                .add(
                        entry.where(),
                        circle
                                ? "'uses' goes in a circle: this file is used by the workflow."
                                : "A used file cannot use others.",
                        "Name all files in the workflow's own 'uses'.");
    }
}
