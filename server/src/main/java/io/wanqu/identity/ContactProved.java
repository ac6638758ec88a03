package io.wanqu.identity;

import io.wanqu.kernel.AccountId;

/** Hears that a person can read what is sent to a mail address or phone number; each module that wants to know has a bean of this kind. */
public interface ContactProved {

    /**
     * May be told again.
     *
     * @param contact in its one written form
     * @return what became the person's by it
     */
    int proved(AccountId account, String contact);

    /** He gave it up. */
    void givenUp(AccountId account, String contact);
}
