package io.wanqu.payment;

import org.springframework.stereotype.Component;

/** Pays out in the sandbox: at once, but never to a receiver whose name begins with {@code refuse}, and not yet to {@code wait}. */
@Component
class SandboxPayouts implements PaysOut {

    @Override
    public String rail() {
        return SandboxRail.NAME;
    }

    @Override
    public Way way() {
        return Way.TRANSFER;
    }

    @Override
    public Outcome pay(Payout payout) {
        if (payout.receiver().startsWith("refuse")) {
            return new Outcome(Outcome.State.FAILED, "the receiver is unknown to the sandbox");
        }
        return new Outcome(payout.receiver().startsWith("wait") ? Outcome.State.PENDING : Outcome.State.SUCCEEDED, "");
    }
}
