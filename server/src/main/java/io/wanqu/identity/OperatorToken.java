package io.wanqu.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The first token of the platform's own people, written at the first start to a file that only the server's user can read. */
@Component
class OperatorToken implements ApplicationRunner {

    private final IssueToken issueToken;
    private final Settings settings;

    OperatorToken(IssueToken issueToken, Settings settings) {
        this.issueToken = issueToken;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.tokenFile != null) {
            write(settings.tokenFile);
        }
    }

    /** The file is made before the token, so that a token that nobody can read is not left behind. */
    void write(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            var posix = Files.getFileStore(Files.createDirectories(file.toAbsolutePath().getParent())).supportsFileAttributeView("posix");
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, issueToken.issue(ShopId.PLATFORM, "operator", Set.of(Scope.values()), null));
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's token could not be written to " + file, e);
        }
    }

    /** @param tokenFile where the token is written; none is issued when it is absent */
    @ConfigurationProperties("wanqu.operator")
    record Settings(@Nullable Path tokenFile) {
    }
}
