package io.wanqu.payment.sandbox;

import io.wanqu.payment.PaysOut.Outcome;

/** How a receiver of the sandbox behaves, by how its name begins. */
enum SandboxReceiver {
    REFUSES("refuse", new Outcome(Outcome.State.FAILED, "the receiver is unknown to the sandbox")),
    WAITS("wait", new Outcome(Outcome.State.PENDING, "")),
    TAKES("", new Outcome(Outcome.State.SUCCEEDED, ""));

    private final String beginning;
    private final Outcome outcome;

    SandboxReceiver(String beginning, Outcome outcome) {
        this.beginning = beginning;
        this.outcome = outcome;
    }

    static Outcome outcome(String receiver) {
        for (var it : values()) {
            if (receiver.startsWith(it.beginning)) {
                return it.outcome;
            }
        }
        return TAKES.outcome;
    }
}
