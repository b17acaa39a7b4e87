package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.workflow.definition.Content;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Values;

/** Turns a blueprint into a template and its parameters. */
@FunctionalInterface
public interface Blueprints {

    /** Blueprints are not known here. */
    Blueprints NONE =
            (blueprint, _, _, _) ->
                    new Contents.Loaded.Refused(
                            ArmError.of(
                                    "BlueprintsUnknown",
                                    "The blueprint '"
                                            + blueprint.folder()
                                            + "' cannot be read by this program."));

    /**
     * @param provisioner whose parameters count before those of the assignment
     */
    Contents.Loaded load(
            Content.FromBlueprint blueprint, Provisioner provisioner, Files files, Values values);
}
