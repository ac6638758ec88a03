package io.wanqu.identity.account;

import java.util.List;

import io.wanqu.identity.ContactProved;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.http.Require;

import org.springframework.stereotype.Component;

/** Changes what a person is called and where he is reached. */
@Component
public class ChangeAccount {

    private final Accounts accounts;
    private final List<ContactProved> listeners;

    ChangeAccount(Accounts accounts, List<ContactProved> listeners) {
        this.accounts = accounts;
        this.listeners = listeners;
    }

    public void rename(AccountId account, String name) {
        accounts.rename(account, Require.text("/name", name, 1, OpenAccount.NAME_MAX));
    }

    /** Refuses an address that another account has; who asks has shown that it is his. */
    public void reach(AccountId account, Contact contact) {
        if (!accounts.changeContact(account, contact)) {
            throw new AccountProblem.ContactTaken();
        }
        listeners.forEach(it -> it.proved(account, contact.text()));
    }
}
