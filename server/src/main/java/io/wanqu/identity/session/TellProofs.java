package io.wanqu.identity.session;

import java.util.List;

import io.wanqu.identity.ContactProved;
import io.wanqu.identity.account.Contact;
import io.wanqu.kernel.AccountId;

import org.springframework.stereotype.Component;

/** Tells whoever wants to know whose a contact is. */
@Component
public class TellProofs {

    private final List<ContactProved> listeners;

    TellProofs(List<ContactProved> listeners) {
        this.listeners = listeners;
    }

    /** The answer is how many customers became the person's. */
    public int tell(AccountId account, Contact contact) {
        return listeners.stream().mapToInt(it -> it.proved(account, contact.text())).sum();
    }
}
