package io.wanqu.identity.session;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.code.OneTimeCodes;
import io.wanqu.identity.code.Purpose;
import io.wanqu.identity.watch.Alert;
import io.wanqu.identity.watch.Alerts;
import io.wanqu.identity.watch.Origin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in who has shown that an address is his: for the first time, or again after he lost his password. */
@Component
class Register {

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final OneTimeCodes codes;
    private final SessionLife life;
    private final Alerts alerts;
    private final TellProofs proofs;

    Register(Accounts accounts, OpenAccount openAccount, OneTimeCodes codes, SessionLife life, Alerts alerts, TellProofs proofs) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.codes = codes;
        this.life = life;
        this.alerts = alerts;
        this.proofs = proofs;
    }

    Account register(OpenAccount.Ask ask, String code, Origin origin) {
        openAccount.check(ask);
        codes.use(ask.contact(), Purpose.REGISTER, origin.device(), code);
        var account = openAccount.open(ask);
        proofs.tell(account.id(), ask.contact());
        return account;
    }

    /** Whoever was signed in is signed out. The second factor stays: a stolen mailbox alone opens no account. */
    @Transactional
    void recover(Contact contact, String code, @Nullable String password, Origin origin) {
        openAccount.check(new OpenAccount.Ask(contact, "any", password == null ? "" : password));
        codes.use(contact, Purpose.RECOVER, origin.device(), code);
        var account = accounts.find(contact).orElseThrow(SessionProblem.WrongLogin::new);
        openAccount.changePassword(account, password);
        life.endAll(account.id());
        alerts.raise(account, Alert.PASSWORD_CHANGED, origin);
    }
}
