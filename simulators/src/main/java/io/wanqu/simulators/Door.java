package io.wanqu.simulators;

import io.wanqu.simulators.Faults.Fault;
import java.util.function.Function;
import java.util.function.Supplier;

/** What may happen to any call, whatever the protocol: slowness, an outage, a fault before or after it takes effect. */
public final class Door {

    private final Faults faults;
    private final Function<Fault, Answer> spoiled;

    /** The protocol says how it words a fault that has a code; without one the connection is cut. */
    public Door(Faults faults, Function<Fault, Answer> spoiled) {
        this.faults = faults;
        this.spoiled = spoiled;
    }

    public Answer pass(String method, Supplier<Answer> call) {
        faults.dawdle();
        if (faults.outage()) {
            return Answer.status(503, "unavailable");
        }
        var fault = faults.next(method);
        if (fault == null) {
            return call.get();
        }
        if (fault.after()) {
            call.get();
        }
        return fault.cutsConnection() ? Answer.silence() : spoiled.apply(fault);
    }
}
