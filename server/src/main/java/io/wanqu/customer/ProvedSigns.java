package io.wanqu.customer;

import io.wanqu.kernel.AccountId;

/** Hears from those who check it that somebody can read messages to a phone number or a mail address. */
public interface ProvedSigns {

    /** Returns how many customers, in whatever shop, became the account's. */
    int proved(AccountId account, Sign sign);

    /** The account gave the sign up; what it brought him goes with it. */
    void withdrawn(AccountId account, Sign sign);
}
