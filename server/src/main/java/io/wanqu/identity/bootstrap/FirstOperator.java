package io.wanqu.identity.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.identity.staff.AppointStaff;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While the platform has no people of its own, a link lies beside its first token in a file that only the server's user can
 * read; whoever follows it becomes the first, once. Nothing is preset, so nothing can be left unchanged.
 */
@Component
public class FirstOperator implements ApplicationRunner {

    private final FirstOperatorLink link;
    private final OpenAccount openAccount;
    private final AppointStaff appointStaff;
    private final Settings settings;
    private final Clock clock;

    FirstOperator(FirstOperatorLink link, OpenAccount openAccount, AppointStaff appointStaff, Settings settings, Clock clock) {
        this.link = link;
        this.openAccount = openAccount;
        this.appointStaff = appointStaff;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.linkFile != null && !Files.exists(settings.linkFile) && link.wanted()) {
            write(settings.linkFile);
        }
    }

    /** The file is made before the link, so that a link that nobody can read is not left behind. */
    private void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly(file));
            var secret = SecretText.draw(Mark.LINK);
            link.put(secret.hash(), clock.instant());
            Files.writeString(file, settings.publicUrl + "/console/first-operator#" + secret.secret() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the first operator's link could not be written to " + file, e);
        }
    }

    /** Refuses a link that was not the last one drawn, or that was followed before. */
    @Transactional
    public Account become(String secret, OpenAccount.Ask ask) {
        openAccount.check(ask);
        var used = SecretText.parse(Mark.LINK, secret).filter(text -> link.use(text.hash(), clock.instant())).isPresent();
        if (!used) {
            throw new BootstrapProblem.LinkOver();
        }
        var account = openAccount.open(ask);
        appointStaff.appoint(ShopId.PLATFORM, account.id(), Role.OPERATOR);
        return account;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /**
     * Where the link goes.
     *
     * @param linkFile  none is drawn when it is absent
     * @param publicUrl what the link begins with
     */
    @ConfigurationProperties("wanqu.operator-link")
    record Settings(@Nullable Path linkFile, @DefaultValue("http://localhost:8080") String publicUrl) {
    }
}
