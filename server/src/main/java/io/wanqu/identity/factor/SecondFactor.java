package io.wanqu.identity.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.AccountId;

import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether an account has a second factor, and whether somebody has it. */
@Component
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TotpTable table;
    private final RecoveryCodes recoveryCodes;
    private final Clock clock;

    SecondFactor(TotpTable table, RecoveryCodes recoveryCodes, Clock clock) {
        this.table = table;
        this.recoveryCodes = recoveryCodes;
        this.clock = clock;
    }

    public boolean on(AccountId account) {
        return table.on(account);
    }

    /** A new secret for an authenticator, in the letters that are typed where no picture can be read. */
    public String propose(AccountId account) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        table.propose(account, secret);
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** Turns it on when the authenticator shows the right code; the answer holds the recovery codes. */
    @Transactional
    public Optional<List<String>> confirm(AccountId account, String code) {
        var pending = table.find(account).map(TotpTable.Secrets::pending);
        var step = pending.map(secret -> Totp.step(secret, digits(code), clock.instant()));
        if (step.isEmpty() || step.get().isEmpty() || !table.confirm(account, step.get().getAsLong())) {
            return Optional.empty();
        }
        return Optional.of(recoveryCodes.draw(account));
    }

    /** Takes a code of the authenticator or a recovery code, each once. */
    public Outcome check(AccountId account, String code) {
        var secret = table.find(account).map(TotpTable.Secrets::secret);
        if (secret.isEmpty()) {
            return Outcome.WRONG;
        }
        var step = Totp.step(secret.get(), digits(code), clock.instant());
        if (step.isPresent()) {
            return table.take(account, step.getAsLong()) ? Outcome.AUTHENTICATOR : Outcome.WRONG;
        }
        return recoveryCodes.use(account, code) ? Outcome.RECOVERY_CODE : Outcome.WRONG;
    }

    @Transactional
    public boolean turnOff(AccountId account) {
        recoveryCodes.remove(account);
        return table.remove(account);
    }

    private static String digits(String code) {
        return code.replace(" ", "");
    }

    /** What was shown. */
    public enum Outcome {
        WRONG, AUTHENTICATOR, RECOVERY_CODE
    }
}
