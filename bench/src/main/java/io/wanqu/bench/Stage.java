package io.wanqu.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shop;
import io.wanqu.bench.load.CpuClock;
import io.wanqu.bench.sql.Floor;

import org.jspecify.annotations.Nullable;

/** Where figures are measured: the server, and for how long and by how many. */
final class Stage {

    private static final Duration COLD = Duration.ofSeconds(30);

    private final Options options;
    private final @Nullable ServerProcess process;
    private double floor = Double.NaN;
    private boolean warm;

    Stage(Options options, @Nullable ServerProcess process) {
        this.options = options;
        this.process = process;
    }

    /** A shop of its own for each figure; with a server that somebody else runs, always the one whose token was given. */
    Shop shop() throws IOException {
        if (process != null) {
            return Shop.open(process, "bench");
        }
        return Shop.behind(options.url(), options.token());
    }

    /** What plain SQL reaches here, measured once in a run; not a number with a server that somebody else runs. */
    double floor(Report report) throws IOException {
        if (process != null && Double.isNaN(floor)) {
            report.say("floor: the same rows in plain SQL …");
            floor = new Floor(process.database(), measured()).measure();
        }
        return floor;
    }

    CpuClock cpu() {
        return new CpuClock(process);
    }

    @Nullable ServerProcess process() {
        return process;
    }

    int buyers() {
        return options.buyers();
    }

    int cards() {
        return options.cards();
    }

    List<Integer> stored() {
        return options.stored();
    }

    /** Half a minute for the first load of a run: until then the JVM compiles, and it would be the compiler that is measured. */
    Duration warmUp() {
        return warm ? Duration.ofSeconds(Math.max(3, options.seconds() / 3)) : COLD;
    }

    /** The server has been under load for long enough. */
    void warm() {
        warm = true;
    }

    Duration measured() {
        return Duration.ofSeconds(options.seconds());
    }
}
