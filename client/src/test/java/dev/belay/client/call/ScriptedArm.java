package dev.belay.client.call;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.ArmTransport;
import dev.belay.arm.wire.Headers;
import dev.belay.client.retry.RetryRule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An ARM that gives prepared answers one after the other. */
public final class ScriptedArm implements ArmTransport {

    private final Deque<ArmResponse> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    public ScriptedArm then(int status, String body) {
        return then(status, Headers.NONE, body);
    }

    public ScriptedArm then(int status, Headers headers, String body) {
        answers.add(new ArmResponse(status, headers, body));
        return this;
    }

    public List<String> asked() {
        return asked;
    }

    public ArmClient client() {
        return new ArmClient(this, Origin.PUBLIC, _ -> {}, RetryRule.USUAL);
    }

    @Override
    public ArmResponse send(ArmRequest request) {
        asked.add(request.method() + " " + request.uri());
        return answers.removeFirst();
    }
}
