package io.wanqu.payment.sandbox;

import io.wanqu.payment.PaysOut;

import org.springframework.stereotype.Component;

/** Pays out in the sandbox: no money moves, and the receiver's name decides what comes of it. */
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
        return SandboxReceiver.outcome(payout.receiver());
    }
}
