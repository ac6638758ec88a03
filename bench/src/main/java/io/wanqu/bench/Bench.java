package io.wanqu.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.wanqu.bench.drive.ServerProcess;

/** Measures the figures named on the command line, on a server that it starts itself with fresh data, or on one that is named. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            if (arguments.length == 1 && arguments[0].equals("train")) {
                Training.run();
                System.exit(0);
            }
            var options = Options.of(arguments);
            var report = new Report(out, options.json(), System.getProperty("wanqu.commit", "unknown"));
            measure(options, report);
            report.end();
            if (options.write() != null) {
                report.write(options.write());
            }
            System.exit(report.correct() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Options options, Report report) throws IOException {
        if (!options.startsServer()) {
            measure(options, new Stage(options, null), report);
            return;
        }
        report.say("starting the server …");
        try (var process = ServerProcess.fresh()) {
            var stop = new Thread(() -> closeQuietly(process));
            Runtime.getRuntime().addShutdownHook(stop);
            requireDurability(process);
            measure(options, new Stage(options, process), report);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private static void measure(Options options, Stage stage, Report report) throws IOException {
        for (var name : Figure.ALL.keySet()) {
            if (options.figures().contains(name)) {
                Figure.ALL.get(name).measure(stage, report);
            }
        }
    }

    /** A rate without durability says nothing. */
    private static void requireDurability(ServerProcess process) {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (!process.database().one("show " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is not on");
            }
        }
    }

    private static void closeQuietly(ServerProcess process) {
        try {
            process.close();
        } catch (IOException e) {
            System.getLogger("wanqu.bench").log(System.Logger.Level.WARNING, "the data directory could not be removed", e);
        }
    }
}
