package io.wanqu.identity.session;

import java.util.Optional;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.account.Passwords;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out that somebody is who he says: by password, or by a code that was sent to him. */
@Component
class LogIn {

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final TellProofs proofs;

    LogIn(Accounts accounts, OpenAccount openAccount, Passwords passwords, OneTimeCodes codes, TellProofs proofs) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.passwords = passwords;
        this.codes = codes;
        this.proofs = proofs;
    }

    /** Answers alike, and after the same time, for a wrong password and for an account that does not exist. */
    Account byPassword(Contact contact, String password) {
        var account = accounts.find(contact);
        var right = passwords.matches(password, account.map(Account::password).orElse(null));
        return account.filter(found -> right).orElseThrow(SessionProblem.WrongLogin::new);
    }

    Account byCode(Contact contact, String code, Origin origin) {
        codes.use(contact, Purpose.LOGIN, origin.device(), code);
        return proved(accounts.find(contact).orElseThrow(SessionProblem.WrongLogin::new), contact);
    }

    private Account proved(Account account, Contact contact) {
        proofs.tell(account.id(), contact);
        return account;
    }

    Account register(Contact contact, String code, String name, @Nullable String password, Origin origin) {
        var ask = new OpenAccount.Ask(contact, name, password);
        openAccount.check(ask);
        codes.use(contact, Purpose.REGISTER, origin.device(), code);
        return proved(openAccount.open(ask), contact);
    }

    /** Whether the person of this session has shown once more who he is. */
    boolean proves(Session session, @Nullable String password, @Nullable String code, Origin origin) {
        var account = accounts.find(session.account());
        if (password != null) {
            return passwords.matches(password, account.map(Account::password).orElse(null));
        }
        var contact = account.flatMap(found -> Optional.ofNullable(found.mail() == null ? found.phone() : found.mail()));
        if (code == null || contact.isEmpty()) {
            return false;
        }
        codes.use(contact.get(), Purpose.PROVE, origin.device(), code);
        return true;
    }
}
