package io.wanqu.identity;

import io.wanqu.kernel.AccountId;

import org.jspecify.annotations.Nullable;

/** Hears by which numbers the platform of a mini program knows an account; each module that wants to know has a bean of this kind. */
public interface ProgramProved {

    /** Told at each log-in. */
    void proved(AccountId account, Known known);

    /**
     * How the platform knows a person.
     *
     * @param app     the program's number there
     * @param openid  his number in that program alone
     * @param unionid his number in all programs of one company; null where the operator named no such company
     */
    record Known(String app, String openid, @Nullable String unionid) {

        @Override
        public String toString() {
            return "Known[" + app + "]";
        }
    }
}
