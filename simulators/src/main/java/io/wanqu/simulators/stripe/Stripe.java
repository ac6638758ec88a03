package io.wanqu.simulators.stripe;

import io.wanqu.simulators.SimulatedClock;
import io.wanqu.simulators.SimulatorServer;
import java.time.Clock;

/** The simulated provider: its API below {@code /stripe}, its controls below {@code /control/stripe}. */
public final class Stripe implements AutoCloseable {

    private final Api api;
    private final Controls controls;
    private final Webhooks webhooks;

    public Stripe(Clock clock) {
        var bank = new Bank(new SimulatedClock(clock));
        webhooks = new Webhooks(bank);
        var acts = new Acts(bank, webhooks);
        api = new Api(bank, acts);
        controls = new Controls(bank, acts, webhooks);
    }

    public void mount(SimulatorServer server) {
        server.mount("/stripe", api::serve);
        server.mount("/control/stripe", controls::serve);
    }

    @Override
    public void close() {
        webhooks.close();
    }
}
