package io.wanqu.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.wanqu.bench.drive.ServerProcess;

import org.jspecify.annotations.Nullable;

/** What server, database and generator took of the machine's processors since the clock was set, from /proc; 1.0 is all of it. */
public final class CpuClock {

    private static final double TICKS_PER_SECOND = 100;

    private final @Nullable ServerProcess server;
    private Shares at = Shares.UNKNOWN;
    private long began;

    public CpuClock(@Nullable ServerProcess server) {
        this.server = server;
    }

    public void set() {
        at = ticks();
        began = System.nanoTime();
    }

    public Shares read() {
        var now = ticks();
        var available = (System.nanoTime() - began) / 1e9 * Runtime.getRuntime().availableProcessors() * TICKS_PER_SECOND;
        return new Shares((now.server - at.server) / available, (now.database - at.database) / available, (now.load - at.load) / available,
                available / TICKS_PER_SECOND * 1e3);
    }

    private Shares ticks() {
        var load = ticks(ProcessHandle.current(), false);
        if (server == null) {
            return new Shares(Double.NaN, Double.NaN, load, Double.NaN);
        }
        var postmaster = server.database().process();
        var database = postmaster.map(it -> Stream.concat(Stream.of(ticks(it, true)), it.children().map(child -> ticks(child, false)))
                .mapToDouble(Double::doubleValue).sum()).orElse(Double.NaN);
        return new Shares(ProcessHandle.of(server.pid()).map(it -> ticks(it, false)).orElse(Double.NaN), database, load, Double.NaN);
    }

    /** @param ended whether to count children that have ended too */
    private static double ticks(ProcessHandle process, boolean ended) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            return ended ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : own;
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param machineMillis all that the processors could have given meanwhile */
    public record Shares(double server, double database, double load, double machineMillis) {

        public static final Shares UNKNOWN = new Shares(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** Milliseconds of a processor for each of so many pieces of work. */
        public Shares each(long pieces) {
            var millis = machineMillis / pieces;
            return new Shares(server * millis, database * millis, load * millis, millis);
        }
    }
}
