package io.wanqu.identity.account;

import java.time.Clock;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens an account for a person whose mail address or phone number nobody else has. */
@Component
public class OpenAccount {

    static final int NAME_MAX = 60;
    private static final String GUEST = "访客 Guest";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Ids ids;
    private final Clock clock;

    OpenAccount(Accounts accounts, Passwords passwords, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** Refuses what would be refused anyway, before a one-time code is spent on it. */
    public void check(Ask ask) {
        Require.text("/name", ask.name, 1, NAME_MAX);
        if (ask.password != null) {
            PasswordRule.check(ask.password, ask.contact);
        }
    }

    public Account open(Ask ask) {
        check(ask);
        var hash = ask.password == null ? null : passwords.hash(ask.password);
        var account = new Account(new AccountId(ids.next()), Require.text("/name", ask.name, 1, NAME_MAX),
                ask.contact.isMail() ? ask.contact : null, ask.contact.isMail() ? null : ask.contact, hash, clock.instant());
        if (!accounts.add(account)) {
            throw new AccountProblem.ContactTaken();
        }
        return account;
    }

    /** For somebody of whom a platform tells a number and no more; he may say later what he is called and where he is reached. */
    public Account openNameless() {
        var account = new Account(new AccountId(ids.next()), GUEST, null, null, null, clock.instant());
        accounts.add(account);
        return account;
    }

    /** Refuses when the password was changed meanwhile. */
    public void changePassword(Account account, @Nullable String password) {
        var checked = PasswordRule.check(password, account.mail(), account.phone());
        if (!accounts.changePassword(account, passwords.hash(checked))) {
            throw new AccountProblem.ChangedMeanwhile();
        }
    }

    /** @param password null for who will sign in by code alone */
    public record Ask(Contact contact, String name, @Nullable String password) {

        @Override
        public String toString() {
            return "Ask[" + contact + "]";
        }
    }
}
