package io.wanqu.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a server and its database hold in the machine's memory, from /proc: pages that several processes share are counted
 * once, each process bearing its part (PSS), for PostgreSQL's processes share most of theirs.
 */
public record Memory(long serverKilobytes, long databaseKilobytes) {

    private static final double KILOBYTES = 1024;

    public static Memory of(ServerProcess server) {
        var database = server.database().process().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.children()))
                .mapToLong(process -> proportional(process.pid()))
                .sum();
        return new Memory(proportional(server.pid()), database);
    }

    public double megabytes() {
        return (serverKilobytes + databaseKilobytes) / KILOBYTES;
    }

    private static long proportional(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
