package io.wanqu.simulators.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The way of messages from the platform to its carrier: they may get lost, doubled, late, or overtake each other. */
public final class Wire implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(50);

    private final Carrier carrier;
    private final Deque<Message> held = new ArrayDeque<>();
    private long lost;
    private int toLose;
    private int toDouble;
    private int toHold;
    private Duration delay = Duration.ZERO;

    public Wire(Carrier carrier) {
        this.carrier = carrier;
    }

    public boolean reaches(String address) {
        return carrier.reaches(address);
    }

    public Carrier carrier() {
        return carrier;
    }

    public synchronized void pass(Message message) {
        if (toLose > 0) {
            toLose--;
            lost++;
            return;
        }
        if (toHold > 0) {
            held.push(message);
            toHold--;
            if (toHold == 0) {
                release();
            }
            return;
        }
        var copies = toDouble > 0 ? 2 : 1;
        toDouble = Math.max(0, toDouble - 1);
        for (var copy = 0; copy < copies; copy++) {
            carrier.carry(message, delay);
        }
    }

    /** Past everything that may happen on the way. */
    public void passUntouched(Message message) {
        carrier.carry(message, Duration.ZERO);
    }

    public synchronized void lose(int count) {
        toLose = count;
    }

    public synchronized void twice(int count) {
        toDouble = count;
    }

    /** The next messages wait for each other and then go out last first. */
    public synchronized void reorder(int count) {
        toHold = count;
    }

    public synchronized void delay(Duration by) {
        delay = by;
    }

    /** Lets go of what waits for a partner that never came. */
    public synchronized void flush() {
        toHold = 0;
        release();
    }

    private void release() {
        var wait = delay;
        while (!held.isEmpty()) {
            carrier.carry(held.pop(), wait);
            wait = wait.plus(STEP);
        }
    }

    public synchronized long lost() {
        return lost;
    }

    @Override
    public void close() {
        carrier.close();
    }
}
