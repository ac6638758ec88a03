package io.wanqu.bench;

import java.util.LinkedHashMap;
import java.util.Map;

import io.wanqu.bench.load.CpuClock;
import io.wanqu.bench.load.Latencies;

import org.jspecify.annotations.Nullable;

/**
 * One figure as it was measured.
 *
 * @param reference what it is held against, in the same unit
 * @param goal      what the ratio, or the value where there is no reference, should reach
 * @param upward    whether more is better
 */
record Line(String figure, double value, String unit, double reference, double goal, boolean upward, Measured measured) {

    double ratio() {
        return value / reference;
    }

    @Nullable Boolean met() {
        var judged = Double.isNaN(reference) ? value : ratio();
        if (Double.isNaN(goal) || Double.isNaN(judged)) {
            return null;
        }
        return upward ? judged >= goal : judged <= goal;
    }

    Map<String, @Nullable Object> json(String commit) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("figure", figure);
        json.put("value", number(value));
        json.put("unit", unit);
        json.put("reference", number(reference));
        json.put("ratio", number(ratio()));
        json.put("goal", number(goal));
        json.put("met", met());
        json.put("p50", number(measured.latencies.millis(50)));
        json.put("p95", number(measured.latencies.millis(95)));
        json.put("p99", number(measured.latencies.millis(99)));
        json.put("cpu_server", number(measured.cpu.server()));
        json.put("cpu_db", number(measured.cpu.database()));
        json.put("cpu_load", number(measured.cpu.load()));
        json.put("cpu_ms_server", number(measured.each().server()));
        json.put("cpu_ms_db", number(measured.each().database()));
        json.put("cpu_ms_load", number(measured.each().load()));
        json.put("failures", measured.failures);
        if (measured.correct != null) {
            json.put("oversold", measured.correct.oversold());
            json.put("lost", measured.correct.lost());
            json.put("doubled", measured.correct.doubled());
        }
        json.put("commit", commit);
        return json;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : null;
    }

    /**
     * What was seen while measuring.
     *
     * @param pieces how many pieces of work the processors' time went into
     */
    record Measured(Latencies latencies, CpuClock.Shares cpu, long pieces, int failures, @Nullable Correctness correct) {

        Measured(Latencies latencies, CpuClock.Shares cpu, int failures, @Nullable Correctness correct) {
            this(latencies, cpu, latencies.count(), failures, correct);
        }

        /** Milliseconds of a processor for each piece; not a number where none was counted. */
        CpuClock.Shares each() {
            return pieces == 0 ? CpuClock.Shares.UNKNOWN : cpu.each(pieces);
        }
    }
}
