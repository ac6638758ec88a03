package io.wanqu.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"1qaz2wsx3edc", "Password123", "PASSWORD2026!", "woaini1314", "football.2024", "qwertyuiop", "5201314520", "shorter", "aaaaaaaaaaaa",
        "abababababab"})
    void refuses_what_everybody_tries_first_however_it_ends(String password) {
        assertThatExceptionOfType(AccountProblem.WeakPassword.class).isThrownBy(() -> PasswordRule.check(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a long enough sentence", "kite-over-the-river", "七个字的句子加三个字", "xK9 vTq2 mmPz", "footballers of 1966 sang"})
    void takes_what_is_long_whatever_it_is_made_of(String password) {
        assertThat(PasswordRule.check(password)).isEqualTo(password);
    }

    @Test
    void the_list_holds_the_commonest_three_thousand_and_more() {
        assertThat(CommonPasswords.size()).isGreaterThan(3_000);
        assertThat(CommonPasswords.contains("# From the frequency lists")).isFalse();
    }
}
