package io.wanqu.identity.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.wanqu.kernel.KernelProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, slowly on purpose: OWASP's 19 MiB and two passes cost some 75 ms. So few run at once that
 * a crowd of guesses takes half of the machine at most and the sale goes on.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final long WAIT_SECONDS_MAX = 5;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore running = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final String nobodys = encoder.encode("the password of nobody");

    String hash(String password) {
        return slowly(() -> encoder.encode(password));
    }

    /** Takes as long where there is no password, so that the time does not tell who has an account. */
    public boolean matches(String password, @Nullable String hash) {
        return slowly(() -> encoder.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    private <T> T slowly(Supplier<T> work) {
        try {
            if (!running.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new KernelProblem.Overloaded("log-in");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelProblem.Overloaded("log-in");
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
