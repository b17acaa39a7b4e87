package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.Fanout;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedOutput;
import dev.belay.template.expansion.ExpansionResult;
import dev.belay.template.expansion.Preflight;
import dev.belay.template.syntax.Reading;
import dev.belay.template.syntax.Template;
import dev.belay.template.syntax.TemplateReader;
import dev.belay.transaction.capture.Context;
import dev.belay.transaction.capture.ExpansionHost;
import dev.belay.transaction.capture.Targets;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.journal.RecordedRequest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Everything that is known of a deployment before anything is opened or sent.
 *
 * @param parameters to be sent, in ARM's form; may hold secrets
 * @param openOutputs the names of the outputs that hold nothing secret
 */
record Prepared(
        Context context,
        String deployment,
        JsonObject parameters,
        Targets targets,
        Set<String> openOutputs) {

    /** What came of preparing. */
    sealed interface Result {
        record Ready(Prepared prepared) implements Result {}

        record BadInput(List<Diagnostic> diagnostics) implements Result {}

        record Refused(ArmError error) implements Result {}
    }

    static Result of(
            Outside outside,
            ArmClient client,
            TypeKnowledge knowledge,
            DeployRequest request,
            String transaction) {
        Optional<ArmError> misfit = misfit(request);
        if (misfit.isPresent()) {
            return new Result.Refused(misfit.get());
        }
        return switch (TemplateReader.read(request.template())) {
            case Reading.Refused(var diagnostics) -> new Result.BadInput(diagnostics);
            case Reading.Read(var template) ->
                    switch (Context.read(client, request.scope())) {
                        case Context.Reading.Refused(var error) -> new Result.Refused(error);
                        case Context.Reading.Ready(var context) ->
                                new Preparation(
                                                outside,
                                                client,
                                                knowledge,
                                                request,
                                                name(request, transaction))
                                        .expand(template, context);
                    };
        };
    }

    /** What cannot be at this scope. */
    private static Optional<ArmError> misfit(DeployRequest request) {
        boolean inGroup = request.scope() instanceof Scope.ResourceGroup;
        if (!inGroup && request.location().isEmpty()) {
            return Optional.of(
                    ArmError.of(
                            "LocationRequired",
                            "A deployment to '"
                                    + request.scope().path()
                                    + "/' needs a location, where ARM keeps its record."));
        }
        if (!inGroup && request.mode() == RecordedRequest.Mode.COMPLETE) {
            return Optional.of(
                    ArmError.of(
                            "CompleteModeElsewhere",
                            "Mode Complete exists in resource groups only."));
        }
        if (!inGroup && request.strategy() == RecordedRequest.Strategy.COMPLETE) {
            return Optional.of(
                    ArmError.of(
                            "CompleteStrategyElsewhere",
                            "The strategy 'complete' exists in resource groups only."));
        }
        return Optional.empty();
    }

    static String name(DeployRequest request, String transaction) {
        return request.name().orElseGet(() -> "belay-" + transaction.substring(0, 12));
    }

    /** The expansion and what follows from it. */
    private record Preparation(
            Outside outside,
            ArmClient client,
            TypeKnowledge knowledge,
            DeployRequest request,
            String deployment) {

        Result expand(Template template, Context context) {
            ExpansionResult result =
                    new ExpansionHost(client)
                            .expand(
                                    template,
                                    values(),
                                    where(outside, request, deployment, context));
            return switch (result) {
                case ExpansionResult.Rejected(var diagnostics) -> new Result.BadInput(diagnostics);
                case ExpansionResult.Needs(var reads, var documents) ->
                        new Result.Refused(
                                ArmError.of(
                                        "UnknownTargets",
                                        "What the template deploys cannot be known before: it needs"
                                                + " "
                                                + (documents.isEmpty() ? reads : documents)
                                                + "."));
                case ExpansionResult.Done(var expanded) -> check(template, context, expanded);
            };
        }

        private Result check(Template template, Context context, Expanded expanded) {
            List<Diagnostic> diagnostics = Preflight.check(template, expanded);
            if (!diagnostics.isEmpty()) {
                return new Result.BadInput(diagnostics);
            }
            return switch (Targets.of(
                    expanded,
                    knowledge,
                    client,
                    new Targets.Root(request.scope(), context.tenantId(), whole()))) {
                case Targets.Finding.Refused(var error) -> new Result.Refused(error);
                case Targets.Finding.Found(var targets) ->
                        new Result.Ready(
                                new Prepared(
                                        context,
                                        deployment,
                                        DeploymentBody.parameters(request, template, expanded),
                                        targets,
                                        openOutputs(expanded)));
            };
        }

        private Optional<Fanout> whole() {
            boolean all =
                    request.mode() == RecordedRequest.Mode.COMPLETE
                            || request.strategy() == RecordedRequest.Strategy.COMPLETE;
            return all ? Optional.of(outside.fanout()) : Optional.empty();
        }

        private SequencedMap<String, Json> values() {
            var values = new LinkedHashMap<String, Json>();
            request.parameters()
                    .members()
                    .forEach(
                            (name, parameter) ->
                                    parameter
                                            .asObject()
                                            .flatMap(object -> object.find("value"))
                                            .ifPresent(value -> values.put(name, value)));
            return values;
        }
    }

    /** What is known of the deployment for its expressions. */
    static DeploymentContext where(
            Outside outside, DeployRequest request, String deployment, Context context) {
        Instant now = outside.clock().now();
        return new DeploymentContext(
                request.scope(),
                deployment,
                request.location(),
                request.mode().word(),
                context.tenant(),
                context.managementGroup(),
                context.subscription(),
                context.resourceGroup(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(now),
                Optional.of(outside.entropy().nextUuid()));
    }

    private static Set<String> openOutputs(Expanded expanded) {
        Set<String> open = new LinkedHashSet<>();
        expanded.outputs()
                .forEach(
                        (name, output) -> {
                            if (open(output)) {
                                open.add(name);
                            }
                        });
        return open;
    }

    /** Neither secret nor made by a {@code list*} action, whose answers are. */
    private static boolean open(ExpandedOutput output) {
        boolean lists =
                output.value()
                        .shown()
                        .toText()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s).*\\blist\\w*\\(.*");
        return !output.secure() && !output.value().holdsSecret() && !lists;
    }
}
