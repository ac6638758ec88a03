package io.wanqu.kernel.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/** Files that nobody but the server's own user may read. */
final class OwnFiles {

    private static final int SECRET_BYTES = 24;
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnFiles() {
    }

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, permissions("rwx------"));
    }

    /** The secret in this file; drawn and written there the first time. */
    static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, permissions("rw-------"));
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            moveDurably(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /** Moves in one step, and waits until the new name is on disk where the system can say so. */
    static void moveDurably(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        if (POSIX) {
            try (var channel = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
