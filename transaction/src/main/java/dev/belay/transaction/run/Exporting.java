package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.ExpansionResult;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.transaction.capture.ExpansionHost;
import dev.belay.transaction.capture.GroupExport;
import dev.belay.transaction.snapshot.Export;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the strategy {@code complete} needs before the deployment: the exported template, whole and
 * deployable, and the person's consent to what its deployment in mode Complete would delete.
 */
final class Exporting {

    private final Session session;
    private final DeployRequest request;
    private final Prepared prepared;

    Exporting(Session session, DeployRequest request, Prepared prepared) {
        this.session = session;
        this.request = request;
        this.prepared = prepared;
    }

    /** What came of it. */
    sealed interface Result {
        record Taken(Export export) implements Result {}

        record Refused(ArmError error) implements Result {}
    }

    /**
     * @param snapshot the whole group as it is, with what the deployment will create as absent
     */
    Result take(Snapshot snapshot) {
        var group = (Scope.ResourceGroup) request.scope();
        var export =
                new GroupExport(
                        session.client(),
                        wait -> {
                            session.pause(wait);
                            return true;
                        });
        return switch (export.of(group)) {
            case GroupExport.Result.Refused(var error) -> new Result.Refused(unusable(error));
            case GroupExport.Result.Exported(var template) ->
                    switch (TemplateReader.read(template.toText())) {
                        case Reading.Refused(var diagnostics) -> refused(diagnostics);
                        case Reading.Read(var read) -> expanded(read, snapshot);
                    };
        };
    }

    private Result expanded(Template template, Snapshot snapshot) {
        ExpansionResult result =
                new ExpansionHost(session.client())
                        .expand(
                                template,
                                new LinkedHashMap<>(),
                                Prepared.where(
                                        session.outside(),
                                        request,
                                        prepared.deployment(),
                                        prepared.context()));
        return switch (result) {
            case ExpansionResult.Rejected(var diagnostics) -> refused(diagnostics);
            case ExpansionResult.Needs needs ->
                    new Result.Refused(
                            unusable(ArmError.of("UnknownTargets", "It needs " + needs.reads())));
            case ExpansionResult.Done(var expanded) ->
                    consented(
                            new Export(
                                    template.json(),
                                    expanded.everything().stream()
                                            .map(ExpandedResource::id)
                                            .toList()),
                            snapshot);
        };
    }

    private Result consented(Export export, Snapshot snapshot) {
        List<ResourceId> deletions =
                new CompleteDeletions(session.knowledge(), request.scope(), export)
                        .foreseen(snapshot, prepared.targets().written());
        return deletions.isEmpty() || request.acceptDeletions()
                ? new Result.Taken(export)
                : new Result.Refused(notAccepted(deletions, snapshot));
    }

    private static ArmError notAccepted(List<ResourceId> deletions, Snapshot snapshot) {
        return new ArmError(
                Transactions.DELETIONS_NOT_ACCEPTED,
                "An undo by the strategy 'complete' would delete these resources; accept it with"
                        + " --accept-deletions, or use the strategy 'surgical'.",
                java.util.Optional.empty(),
                deletions.stream()
                        .map(
                                id ->
                                        ArmError.of(
                                                        "WouldBeDeleted",
                                                        snapshot.absent(id)
                                                                ? "'"
                                                                        + id
                                                                        + "', which the deployment"
                                                                        + " creates."
                                                                : "'"
                                                                        + id
                                                                        + "', which is there today:"
                                                                        + " the exported template"
                                                                        + " lacks it.")
                                                .withTarget(id.path()))
                        .toList(),
                List.of());
    }

    private static Result refused(List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.getFirst();
        return new Result.Refused(unusable(ArmError.of(first.code(), first.message())));
    }

    private static ArmError unusable(ArmError error) {
        return new ArmError(
                error.code(),
                "The template that ARM exports of the group cannot serve for an undo: "
                        + error.message(),
                error.target(),
                error.details(),
                List.of());
    }
}
