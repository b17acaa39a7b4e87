package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.expansion.Answers;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.DocumentRef;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.Expansion;
import dev.belay.template.expansion.ExpansionResult;
import dev.belay.template.expansion.NestedDeployment;
import dev.belay.template.expansion.Preflight;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** From a template and its parameters to a plan, or to ARM's refusal. */
final class Submission {

    /** Most documents that one deployment may link to; a circle of links ends here. */
    private static final int MOST_DOCUMENTS = 200;

    /** What came of it. */
    sealed interface Result {

        record Planned(Plan plan) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    private Submission() {}

    static Result plan(
            World world,
            Reading reading,
            SequencedMap<String, Json> parameters,
            DeploymentContext context) {
        return switch (reading) {
            case Reading.Refused(var diagnostics) -> refused(diagnostics);
            case Reading.Read(var template) -> plan(world, template, parameters, context);
        };
    }

    private static Result plan(
            World world,
            Template template,
            SequencedMap<String, Json> parameters,
            DeploymentContext context) {
        Answers answers = Answers.unavailable();
        for (int i = 0; i < MOST_DOCUMENTS; i++) {
            switch (Expansion.expand(template, parameters, context, answers)) {
                case ExpansionResult.Rejected(var diagnostics) -> {
                    return refused(diagnostics);
                }
                case ExpansionResult.Needs(var reads, var documents) ->
                        throw new IllegalStateException(
                                "Asked for "
                                        + reads
                                        + " and "
                                        + documents
                                        + ", though nothing is to come.");
                case ExpansionResult.Done(var expanded) -> {
                    Optional<DocumentRef> missing = missing(expanded);
                    if (missing.isEmpty()) {
                        return checked(template, expanded, context);
                    }
                    Optional<String> document = document(world, missing.get());
                    if (document.isEmpty()) {
                        return noDocument(world, missing.get());
                    }
                    answers = answers.with(missing.get(), document.get());
                }
            }
        }
        throw new IllegalStateException("More than " + MOST_DOCUMENTS + " linked documents.");
    }

    private static Result checked(Template template, Expanded expanded, DeploymentContext context) {
        List<Diagnostic> diagnostics = Preflight.check(template, expanded);
        return diagnostics.isEmpty()
                ? new Result.Planned(Plan.of(expanded, context))
                : refused(diagnostics);
    }

    /** The first link, at any depth, whose document is not at hand. */
    private static Optional<DocumentRef> missing(Expanded expanded) {
        for (ExpandedResource resource : expanded.resources()) {
            Optional<NestedDeployment> nested = resource.nested();
            if (nested.isEmpty()) {
                continue;
            }
            Optional<DocumentRef> link =
                    nested.get().expanded().isPresent()
                            ? nested.get().expanded().flatMap(Submission::missing)
                            : nested.get().link();
            if (link.isPresent()) {
                return link;
            }
        }
        return Optional.empty();
    }

    /** Template specs stand in the world; what is elsewhere cannot be had in process. */
    static Optional<String> document(World world, DocumentRef document) {
        return switch (document) {
            case DocumentRef.TemplateSpec(var id) ->
                    ResourceId.parse(id)
                            .flatMap(world::find)
                            .map(StoredResource::properties)
                            .flatMap(properties -> properties.get("mainTemplate"))
                            .map(Json::toText);
            case DocumentRef.Uri _, DocumentRef.Relative _ -> Optional.empty();
        };
    }

    static Result noDocument(World world, DocumentRef document) {
        String name =
                switch (document) {
                    case DocumentRef.Uri(var uri) -> uri;
                    case DocumentRef.TemplateSpec(var id) -> id;
                    case DocumentRef.Relative(var path) -> path;
                };
        return new Result.Refused(
                Refusal.gateway(
                        400,
                        DeploymentErrors.invalidContentLink(name, world.draw().id().toString())));
    }

    private static Result refused(List<Diagnostic> diagnostics) {
        return new Result.Refused(Refusal.gateway(400, Faults.of(diagnostics.getFirst())));
    }

    /** The ids that a plan writes, nested deployments' resources in their places. */
    static List<ResourceId> written(Plan plan) {
        var ids = new ArrayList<ResourceId>();
        plan.expanded().everything().forEach(resource -> ids.add(resource.id()));
        return List.copyOf(ids);
    }

    /** A link of the request: {@code {uri}} or {@code {id}}. */
    static DocumentRef link(JsonObject templateLink) {
        return templateLink
                .find("id")
                .flatMap(Json::asText)
                .<DocumentRef>map(DocumentRef.TemplateSpec::new)
                .orElseGet(
                        () ->
                                new DocumentRef.Uri(
                                        templateLink.find("uri").flatMap(Json::asText).orElse("")));
    }
}
