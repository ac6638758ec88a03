package io.wanqu.identity.account;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a password must be: long, and not one that everybody tries first. What it is made of is nobody's business. */
final class PasswordRule {

    private static final int MIN = 10;
    private static final int MAX = 128;
    private static final int DIFFERENT_MIN = 5;
    private static final Set<String> COMMON = Set.of("1234567890", "0123456789", "qwertyuiop", "password123", "password1234", "passw0rd123",
            "administrator", "iloveyou123", "1q2w3e4r5t", "1qaz2wsx3edc", "qwerty12345", "1234512345", "woaini1314", "woaini5201314",
            "5201314520", "a123456789", "abc1234567", "abcd123456", "abcdefghij", "q1w2e3r4t5", "zxcvbnm123", "asdfghjkl1", "letmein123",
            "welcome123", "changeme123", "wanqu12345", "9876543210", "0987654321", "11223344556", "123456789a", "aa123456789", "qwe1234567");

    private PasswordRule() {
    }

    static String check(@Nullable String typed, @Nullable Contact... contacts) {
        var password = typed == null ? "" : typed;
        var length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            throw new AccountProblem.WeakPassword("a password of " + MIN + " to " + MAX + " characters");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || lower.chars().distinct().count() < DIFFERENT_MIN) {
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
