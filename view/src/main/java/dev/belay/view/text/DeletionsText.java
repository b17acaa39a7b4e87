package dev.belay.view.text;

import dev.belay.arm.ArmError;

import java.util.ArrayList;
import java.util.List;

/** What an undo would delete, for the person who has to accept it. */
public final class DeletionsText {

    private DeletionsText() {}

    /**
     * @param refusal whose details name one resource each
     */
    public static List<String> of(ArmError refusal) {
        var lines = new ArrayList<String>();
        lines.add("If the deployment fails, its undo would delete:");
        refusal.details().forEach(detail -> lines.add("  " + detail.message()));
        return lines;
    }
}
