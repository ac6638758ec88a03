package io.wanqu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** The lines of a run, printed one by one as JSON where asked for, and at the end as a table. */
final class Report {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String BEGIN = "<!-- figures: written by bin/bench -->";
    private static final String END = "<!-- end of figures -->";

    private final PrintStream out;
    private final boolean json;
    private final String commit;
    private final List<Line> lines = new ArrayList<>();

    Report(PrintStream out, boolean json, String commit) {
        this.out = out;
        this.json = json;
        this.commit = commit;
    }

    void add(Line line) {
        lines.add(line);
        if (json) {
            out.println(JSON.writeValueAsString(line.json(commit)));
        }
    }

    void say(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /** What a figure came to; not a number when it was not measured in this run. */
    double valueOf(String figure) {
        return lines.stream().filter(line -> line.figure().equals(figure)).mapToDouble(Line::value).findFirst().orElse(Double.NaN);
    }

    /** Whether every run was right; being slow is no failure, being wrong is. */
    boolean correct() {
        return lines.stream().map(line -> line.measured().correct()).allMatch(it -> it == null
                || it.oversold() == 0 && it.lost() == 0 && it.doubled() == 0);
    }

    void end() {
        out.println();
        out.println(table());
    }

    /** Puts the table into a document, between the two marks that stand in it. */
    void write(Path document) throws IOException {
        var text = Files.readString(document);
        var from = text.indexOf(BEGIN);
        var to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no place for figures: a line " + BEGIN + " and below it " + END);
        }
        Files.writeString(document, text.substring(0, from + BEGIN.length()) + "\n" + table() + "\n" + text.substring(to));
    }

    private String table() {
        return """
                | figure | value | reference | ratio | goal | met | p50 ms | p95 ms | p99 ms | CPU server / db / load | CPU ms each | oversold / lost / doubled | failures |
                |---|---:|---:|---:|---:|---|---:|---:|---:|---|---|---|---:|
                %s

                Commit %s, %d processors, %s, Java %s, durability on; CPU as a share of the machine.
                """.formatted(lines.stream().map(Report::row).collect(Collectors.joining("\n")), commit, Runtime.getRuntime().availableProcessors(),
                LocalDate.now(ZoneOffset.UTC), Runtime.version().feature());
    }

    private static String row(Line line) {
        var measured = line.measured();
        var met = line.met();
        var correct = measured.correct();
        return "| %s | %s %s | %s | %s | %s | %s | %s | %s | %s | %s / %s / %s | %s | %s | %d |".formatted(line.figure(), text(line.value()),
                line.unit(), text(line.reference()), text(line.ratio()),
                Double.isNaN(line.goal()) ? "" : (line.upward() ? "≥ " : "≤ ") + text(line.goal()), met == null ? "" : met ? "yes" : "no",
                text(measured.latencies().millis(50)), text(measured.latencies().millis(95)), text(measured.latencies().millis(99)),
                text(measured.cpu().server()), text(measured.cpu().database()), text(measured.cpu().load()),
                each(measured),
                correct == null ? "" : correct.oversold() + " / " + correct.lost() + " / " + correct.doubled(), measured.failures());
    }

    private static String each(Line.Measured measured) {
        var each = measured.each();
        return measured.pieces() == 0 ? "" : text(each.server()) + " / " + text(each.database()) + " / " + text(each.load());
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
