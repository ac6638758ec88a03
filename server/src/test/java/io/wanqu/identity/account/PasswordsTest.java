package io.wanqu.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashes_with_argon2id_and_a_new_salt_each_time() {
        var hash = passwords.hash("a long enough sentence");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash("a long enough sentence"));
        assertThat(passwords.matches("a long enough sentence", hash)).isTrue();
        assertThat(passwords.matches("a long enough sentence ", hash)).isFalse();
    }

    @Test
    void matches_nothing_where_there_is_no_password() {
        assertThat(passwords.matches("the password of nobody", null)).isFalse();
    }
}
