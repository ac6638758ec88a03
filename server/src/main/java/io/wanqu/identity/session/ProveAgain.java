package io.wanqu.identity.session;

import java.nio.ByteBuffer;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Passwords;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.identity.factor.SecondFactor;
import io.wanqu.identity.factor.SecondFactor.Outcome;
import io.wanqu.identity.watch.FamiliarPlaces;
import io.wanqu.identity.watch.Origin;
import io.wanqu.identity.watch.Tries;
import io.wanqu.kernel.AccountId;

import org.springframework.stereotype.Component;

/** Finds out that the person of a session is still there, or has the second factor too; tries are counted here as at the door. */
@Component
public class ProveAgain {

    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final SecondFactor secondFactor;
    private final Tries tries;
    private final FamiliarPlaces places;

    ProveAgain(Accounts accounts, Passwords passwords, OneTimeCodes codes, SecondFactor secondFactor, Tries tries, FamiliarPlaces places) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.secondFactor = secondFactor;
        this.tries = tries;
        this.places = places;
    }

    public Account account(AccountId id) {
        return accounts.find(id).orElseThrow(SessionProblem.NotSignedIn::new);
    }

    public void byPassword(Account account, String password, Origin origin) {
        var attempt = take("step-up", account, origin);
        if (!passwords.matches(password, account.password())) {
            throw new SessionProblem.WrongLogin();
        }
        tries.right(attempt);
    }

    /** Of the authenticator where there is one, else one that was sent to the account's own address. */
    void byCode(Account account, String code, Origin origin) {
        if (secondFactor.on(account.id())) {
            bySecondFactor(account, code, origin);
            return;
        }
        var contact = account.mail() == null ? account.phone() : account.mail();
        if (contact == null) {
            throw new SessionProblem.WrongLogin();
        }
        codes.use(contact, Purpose.PROVE, origin.device(), code);
    }

    Outcome bySecondFactor(Account account, String code, Origin origin) {
        var attempt = take("second-factor", account, origin);
        var outcome = secondFactor.check(account.id(), code);
        if (outcome == Outcome.WRONG) {
            throw new SessionProblem.WrongSecondFactor();
        }
        tries.right(attempt);
        return outcome;
    }

    private Tries.Try take(String what, Account account, Origin origin) {
        return tries.take(what, ByteBuffer.allocate(Long.BYTES).putLong(account.id().value()).array(), origin, places.knows(account.id(), origin));
    }
}
