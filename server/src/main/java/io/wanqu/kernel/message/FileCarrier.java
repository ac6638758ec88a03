package io.wanqu.kernel.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes messages to a file that only the server's user can read, where a demo has no mail and no text messages. */
@Component
@ConditionalOnProperty("wanqu.message.to-file")
@Order(Ordered.HIGHEST_PRECEDENCE)
class FileCarrier implements Carrier {

    private static final long BYTES_MAX = 1 << 20;

    private final MessageSettings settings;
    private final Clock clock;

    FileCarrier(MessageSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean carries(Message.Kind kind) {
        return true;
    }

    /** One line a message; a full file begins anew. */
    @Override
    public synchronized void send(Message message) throws IOException {
        var file = settings.file().toAbsolutePath();
        if (Files.exists(file) && Files.size(file) > BYTES_MAX) {
            Files.delete(file);
        }
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file, ownerOnly(file));
        }
        var line = "%s %s %s | %s | %s%n".formatted(clock.instant(), message.kind(), message.to(), message.subject(),
                message.text().replaceAll("\\s+", " "));
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
