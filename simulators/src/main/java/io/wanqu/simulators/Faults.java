package io.wanqu.simulators;

import java.time.Duration;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What shall go wrong with the next calls. */
public final class Faults {

    private final Deque<Fault> planned = new ConcurrentLinkedDeque<>();
    private volatile boolean outage;
    private volatile Duration slowness = Duration.ZERO;

    public void plan(Fault fault, int times) {
        for (var time = 0; time < times; time++) {
            planned.add(fault);
        }
    }

    /** Takes the next fault meant for the method, if one waits. */
    public @Nullable Fault next(String method) {
        if (planned.isEmpty()) {
            return null;
        }
        for (Iterator<Fault> each = planned.iterator(); each.hasNext();) {
            var fault = each.next();
            if (fault.concerns(method) && planned.removeFirstOccurrence(fault)) {
                return fault;
            }
        }
        return null;
    }

    public void outage(boolean on) {
        outage = on;
    }

    public boolean outage() {
        return outage;
    }

    public void slowness(Duration each) {
        slowness = each;
    }

    /** Holds the request as long as was asked for. */
    public void dawdle() {
        if (slowness.isPositive()) {
            LockSupport.parkNanos(slowness.toNanos());
        }
    }

    public void clear() {
        planned.clear();
        outage = false;
        slowness = Duration.ZERO;
    }

    /**
     * One thing that goes wrong.
     *
     * @param method the call it waits for, empty for any
     * @param after the call takes effect first, and only its answer is spoiled
     * @param code the error to answer, or zero to cut the connection
     */
    public record Fault(String method, boolean after, int code, String subCode) {

        boolean concerns(String called) {
            return method.isEmpty() || method.equals(called);
        }

        public boolean cutsConnection() {
            return code == 0;
        }
    }
}
