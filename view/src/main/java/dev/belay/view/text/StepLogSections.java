package dev.belay.view.text;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.workflow.event.Provisioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kept events of one attempt, or of its undo, as sections. */
final class StepLogSections {

    private static final int WORD = 12;
    private static final String INDENT = "  ";
    private static final String LEAVE = "LeaveAlone";
    private static final String REDEPLOY = "RedeployExport";

    private final Optional<Provisioning> provisioning;
    private final boolean undo;
    private final Style style;
    private final List<String> lines = new ArrayList<>();
    private boolean begun;

    /**
     * @param undo whether they are of a rollback
     */
    StepLogSections(Optional<Provisioning> provisioning, boolean undo, Style style) {
        this.provisioning = provisioning;
        this.undo = undo;
        this.style = style;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void plain(String text) {
        lines.add(INDENT + text);
    }

    void event(Json event) {
        switch (event.textAt("/type").orElse("")) {
            case "opened" -> section("Starting template validation");
            case "capturing" -> capturing();
            case "captured" ->
                    item(
                            "saved",
                            number(event, "/present")
                                    + " present, "
                                    + number(event, "/absent")
                                    + " absent");
            case "submitted" -> submitted(event);
            case "progress" -> progress(event);
            case "deploymentEnded" ->
                    item(event.textAt("/state").orElse(""), "the deployment" + error(event));
            case "cancelling" -> item("cancelling", "by " + event.textAt("/by").orElse(""));
            case "waiting" -> waiting(event);
            case "planned" -> planned(event);
            case "stepEnded" -> undone(event);
            case "verifying" -> verifying(event);
            case "note" -> item("note", event.textAt("/text").orElse(""));
            default -> {}
        }
    }

    private void section(String title) {
        lines.add("");
        lines.add(INDENT + style.strong(title));
    }

    private void item(String word, String text) {
        String lower = word.toLowerCase(Locale.ROOT);
        lines.add(
                INDENT
                        + INDENT
                        + RunWords.coloured(lower, style)
                        + " ".repeat(Math.max(1, WORD - lower.length()))
                        + text);
    }

    /** Before it saves anything, a transaction lets ARM validate; so it passed. */
    private void capturing() {
        if (undo) {
            return;
        }
        item("valid", "says ARM's own validation");
        section(
                "Saving the existing state of "
                        + provisioning.map(what -> Names.of(what.scope())).orElse("the scope"));
    }

    private void submitted(Json event) {
        head("ARM deployment");
        provisioning.ifPresent(what -> field("Mode", what.mode().toUpperCase(Locale.ROOT)));
        field("Deployment Name", event.textAt("/deployment").orElse(""));
        item("accepted", "the request, by ARM");
    }

    private void head(String what) {
        Optional<Scope> scope = provisioning.map(Provisioning::scope);
        section(
                "Starting "
                        + what
                        + scope.map(at -> " at " + kind(at) + " scope").orElse("")
                        + " …");
        scope.ifPresent(at -> field(kind(at), name(at)));
    }

    private void field(String name, String value) {
        lines.add(INDENT + INDENT + name + " - [" + value + "]");
    }

    private static String kind(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ -> "Tenant";
            case Scope.ManagementGroup _ -> "Management Group";
            case Scope.Subscription _ -> "Subscription";
            case Scope.ResourceGroup _ -> "Resource Group";
        };
    }

    private static String name(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ -> "/";
            case Scope.ManagementGroup(var name) -> name;
            case Scope.Subscription(var id) -> id;
            case Scope.ResourceGroup(_, var name) -> name;
        };
    }

    private void progress(Json event) {
        boolean writes = event.textAt("/operation").filter("Create"::equalsIgnoreCase).isPresent();
        if (writes || event.at("/error").isPresent()) {
            item(
                    event.textAt("/state").orElse(""),
                    within(event.textAt("/target").orElse("")) + error(event));
        }
    }

    private String within(String path) {
        Optional<ResourceId> id = ResourceId.parse(path);
        return id.isPresent() && provisioning.isPresent()
                ? Names.within(provisioning.get().scope(), id.get())
                : path;
    }

    private void waiting(Json event) {
        String how =
                event.textAt("/duration")
                        .map(text -> Names.clock(Duration.parse(text)) + " ")
                        .orElse("");
        item("waiting", how + event.textAt("/reason").orElse(""));
    }

    private void planned(Json event) {
        List<Json> steps =
                event.at("/steps").flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
        if (!begun) {
            begun = true;
            boolean complete =
                    steps.stream()
                            .anyMatch(
                                    step ->
                                            step.textAt("/kind")
                                                    .filter(REDEPLOY::equals)
                                                    .isPresent());
            head("ARM rollback");
            field("Strategy", complete ? "COMPLETE" : "SURGICAL");
            provisioning.ifPresent(what -> field("Undone Deployment", what.deployment()));
        }
        long acts =
                steps.stream()
                        .filter(step -> !step.textAt("/kind").filter(LEAVE::equals).isPresent())
                        .count();
        item("planned", Names.count((int) acts, "step"));
    }

    private void undone(Json event) {
        String kind = event.textAt("/act/kind").orElse("");
        String id = event.textAt("/act/id").orElse("");
        item(
                StepWords.past(kind, event.textAt("/status").map(StepStatus::valueOf)),
                within(id) + error(event));
    }

    private void verifying(Json event) {
        section("Verifying");
        item("reading", Names.count((int) number(event, "/resources"), "resource") + " again");
    }

    private static long number(Json event, String pointer) {
        return event.at(pointer).map(Json::toText).map(Long::parseLong).orElse(0L);
    }

    private static String error(Json event) {
        return event.textAt("/error/code")
                .map(code -> ": " + code + ": " + event.textAt("/error/message").orElse(""))
                .map(text -> text.replaceAll("\\s*\\R\\s*", " "))
                .orElse("");
    }
}
