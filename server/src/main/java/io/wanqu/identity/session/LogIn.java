package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.Passwords;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.identity.watch.FamiliarPlaces;
import io.wanqu.identity.watch.Origin;
import io.wanqu.identity.watch.Tries;
import io.wanqu.kernel.AccountId;

import org.springframework.stereotype.Component;

/** Finds out that somebody is who he says: by password, or by a code that was sent to him. */
@Component
class LogIn {

    private static final AccountId NOBODY = new AccountId(0);

    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Tries tries;
    private final FamiliarPlaces places;
    private final TellProofs proofs;

    LogIn(Accounts accounts, Passwords passwords, OneTimeCodes codes, Tries tries, FamiliarPlaces places, TellProofs proofs) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.tries = tries;
        this.places = places;
        this.proofs = proofs;
    }

    /** Answers alike, and after the same time, for a wrong password and for an account that does not exist. */
    Account byPassword(Contact contact, String password, Origin origin) {
        var account = accounts.find(contact);
        var familiar = places.knows(account.map(Account::id).orElse(NOBODY), origin);
        var attempt = tries.take("password", accounts.hash(contact), origin, familiar);
        var right = passwords.matches(password, account.map(Account::password).orElse(null));
        var found = account.filter(known -> right).orElseThrow(SessionProblem.WrongLogin::new);
        tries.right(attempt);
        return found;
    }

    Account byCode(Contact contact, String code, Origin origin) {
        codes.use(contact, Purpose.LOGIN, origin.device(), code);
        var account = accounts.find(contact).orElseThrow(SessionProblem.WrongLogin::new);
        proofs.tell(account.id(), contact);
        return account;
    }
}
