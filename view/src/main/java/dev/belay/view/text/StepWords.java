package dev.belay.view.text;

import dev.belay.transaction.plan.StepStatus;

import java.util.Optional;

/** What a step of an undo did, in one word. */
final class StepWords {

    private StepWords() {}

    /**
     * @param kind as the report names it
     * @param status empty while the step has not ended
     */
    static String past(String kind, Optional<StepStatus> status) {
        if (status.isEmpty()) {
            return "unfinished";
        }
        return switch (status.get()) {
            case DONE -> done(kind);
            case ALREADY_DONE -> "unneeded";
            case BLOCKED -> "blocked";
            case FAILED -> "failed";
            case OVERTAKEN -> "overtaken";
        };
    }

    private static String done(String kind) {
        return switch (kind) {
            case "RestoreModified", "ResetSetting" -> "restored";
            case "RecreateDeleted" -> "recreated";
            case "RecoverDeleted" -> "recovered";
            case "DeleteCreated" -> "deleted";
            case "RedeployExport" -> "redeployed";
            default -> kind;
        };
    }
}
