package io.wanqu.identity.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What a password must be: long, and not one that everybody tries first. What it is made of is nobody's business. */
final class PasswordRule {

    private static final int MIN = 10;
    private static final int MAX = 128;
    private static final int DIFFERENT_MIN = 5;

    private PasswordRule() {
    }

    static String check(@Nullable String typed, @Nullable Contact... contacts) {
        var password = typed == null ? "" : typed;
        var length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            throw new AccountProblem.WeakPassword("a password of " + MIN + " to " + MAX + " characters");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (CommonPasswords.contains(lower) || lower.chars().distinct().count() < DIFFERENT_MIN) {
            throw new AccountProblem.WeakPassword("a password that others don't try first");
        }
        for (var contact : contacts) {
            if (contact != null && (contact.text().contains(lower) || lower.contains(contact.text()))) {
                throw new AccountProblem.WeakPassword("a password other than your address or number");
            }
        }
        return password;
    }
}
