package io.wanqu.bench;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.bench.load.CpuClock.Shares;
import io.wanqu.bench.Line.Measured;
import io.wanqu.bench.drive.Memory;
import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.load.Latencies;

/** A server that is started again on data it has: how long until it says that it is well, and what it and its database keep in memory when idle. */
final class StartFigure implements Figure {

    private static final double SECONDS_MAX = 8;
    private static final double MEGABYTES_MAX = 600;
    private static final int STARTS = 3;
    private static final long IDLE_NANOS = 10_000_000_000L;

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        if (stage.process() == null) {
            report.say("start: needs a server of its own");
            return;
        }
        report.say("start: " + STARTS + " times …");
        var taken = new Latencies();
        try (var server = ServerProcess.fresh()) {
            for (var n = 0; n < STARTS; n++) {
                server.stop();
                var began = System.nanoTime();
                server.start();
                taken.add(System.nanoTime() - began);
            }
            LockSupport.parkNanos(IDLE_NANOS);
            var memory = Memory.of(server);
            report.add(new Line("start", taken.millis(50) / 1e3, "s", Double.NaN, SECONDS_MAX, false, seen(taken)));
            report.add(new Line("memory", memory.megabytes(), "MB idle", Double.NaN, MEGABYTES_MAX, false, seen(new Latencies())));
        }
    }

    private static Measured seen(Latencies taken) {
        return new Measured(taken, Shares.UNKNOWN, 0, null);
    }
}
