package io.wanqu.identity.session;

import java.util.List;

import io.wanqu.identity.ContactProved;
import io.wanqu.identity.account.Contact;
import io.wanqu.kernel.AccountId;

import org.springframework.stereotype.Component;

/** Tells whoever wants to know whose a contact is. */
@Component
class TellProofs {

    private final List<ContactProved> listeners;

    TellProofs(List<ContactProved> listeners) {
        this.listeners = listeners;
    }

    int tell(AccountId account, Contact contact) {
        return listeners.stream().mapToInt(it -> it.proved(account, contact.text())).sum();
    }
}
