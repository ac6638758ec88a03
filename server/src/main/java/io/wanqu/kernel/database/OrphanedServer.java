package io.wanqu.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a PostgreSQL that outlived the process that started it; only the holder of the directory's lock may ask. */
final class OrphanedServer {

    private static final long STOP_SECONDS_MAX = 120;
    private static final long KILL_SECONDS_MAX = 10;

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {
    }

    static void stop(Path directory) {
        find(directory).ifPresent(process -> {
            log.info("stopping the PostgreSQL process {} of {}", process.pid(), directory);
            interrupt(process);
            if (!hasEnded(process, STOP_SECONDS_MAX)) {
                process.destroyForcibly();
                hasEnded(process, KILL_SECONDS_MAX);
            }
        });
    }

    /** The number in the file may meanwhile belong to a stranger, so the process must also name the directory. */
    static Optional<ProcessHandle> find(Path directory) {
        var file = directory.resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> names(process, directory));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean names(ProcessHandle process, Path directory) {
        var arguments = process.info().arguments();
        return arguments.isPresent() && Arrays.asList(arguments.get()).contains(directory.toString());
    }

    /** An interrupt asks PostgreSQL for a fast stop: it drops its sessions, writes a checkpoint and leaves. */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).inheritIO().start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasEnded(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
