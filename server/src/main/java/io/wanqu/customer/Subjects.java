package io.wanqu.customer;

import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.privacy.Subject;

/** Says as whom an account is known: once as itself, and once for each person he is in a shop. */
public interface Subjects {

    List<Subject> of(AccountId account);
}
