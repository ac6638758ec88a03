package io.wanqu.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    @Test
    void keeps_what_differs_and_nothing_else() {
        var change = Change.between(new Thing("Rare game", 990, true, "x"), new Thing("Rare game", 880, true, "x"));

        assertThat(change).isEqualTo(new Change("{\"unitMinor\":990}", "{\"unitMinor\":880}"));
    }

    @Test
    void what_is_new_is_kept_whole_and_what_is_gone_too() {
        assertThat(Change.between(null, new Thing("Game", 1, false, null)).after()).isEqualTo("{\"title\":\"Game\",\"unitMinor\":1,\"on\":false,\"note\":null}");
        assertThat(Change.between(new Thing("Game", 1, false, null), null).after()).isEmpty();
        assertThat(Change.between(null, null)).isEqualTo(new Change("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "appSecret", "contact", "phone", "mailAddress", "openid", "token", "keys", "privateKey", "recoveryCodes",
            "buyerName", "code", "totp", "cardKey"})
    void a_field_that_holds_secrets_or_a_person_is_never_kept(String field) {
        var change = Change.between(null, Map.of("outer", Map.of(field, List.of("CANARY-1234", Map.of("deep", 5), 987654321L))));

        assertThat(change.after()).doesNotContain("CANARY", "987654321");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin@example.com", "13800138000", "+8613800138000", "wq_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wqs_BBBBBBBBBBBBB",
            "sk_live_abcdef", "11010519491231002X"})
    void a_value_that_looks_like_one_is_hidden_wherever_it_stands(String value) {
        var change = Change.between(null, Map.of("note", "call " + value + " now"));

        assertThat(change.after()).doesNotContain(value).isEqualTo("{\"note\":\"call … now\"}");
    }

    @Test
    void identifiers_and_amounts_stay_what_they_are() {
        assertThat(Change.between(null, Map.of("sku", "735291847261847562")).after()).isEqualTo("{\"sku\":\"735291847261847562\"}");
        assertThat(Change.between(null, Map.of("unitMinor", 13_800_138_000L)).after()).isEqualTo("{\"unitMinor\":13800138000}");
    }

    @Test
    void long_texts_are_cut_and_long_contents_become_a_digest() {
        assertThat(Change.between(null, Map.of("description", "a".repeat(5_000))).after()).hasSizeLessThan(400).contains("5000 characters, sha256");
        assertThat(Change.between(null, Map.of("rows", List.of("row ".repeat(90)).stream().flatMap(row -> Collections.nCopies(200, row).stream())
                .toList())).after()).startsWith("{\"length\":").hasSizeLessThan(120);
    }

    record Thing(String title, long unitMinor, boolean on, String note) {
    }
}
