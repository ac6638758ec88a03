package io.wanqu.vault.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.vault.importing.Import.Options;
import io.wanqu.vault.sealing.CardText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "AAAA-1;BBBB-2;code", "card1----pass1;card2----pass2;dashes", "a,1;b,2;comma", "a|1;b|2;pipe", "a 1;b 2;space",
            "a,1;b,2,3;code", "number,secret;1,2;csv", "卡号,卡密;1,2;csv", "卡密;x;csv", "a,1;b;code"})
    void finds_the_format_from_the_first_lines(String first, String second, String format) {
        assertThat(LineFormat.detect(List.of(first, second)).text()).isEqualTo(format);
    }

    @Test
    void finds_tabs() {
        assertThat(LineFormat.detect(List.of("a\t1", "b\t2"))).isEqualTo(LineFormat.TAB);
        assertThat(LineFormat.detect(List.of())).isEqualTo(LineFormat.CODE);
    }

    @Test
    void takes_a_whole_line_as_the_secret() {
        assertThat(card(LineFormat.CODE, "  \u3000AB-12,34 \u00A0").text()).isEqualTo(new CardText(null, "AB-12,34"));
    }

    @Test
    void divides_number_and_secret_at_the_first_separator() {
        assertThat(card(LineFormat.DASHES, "n1 ---- s----2").text()).isEqualTo(new CardText("n1", "s----2"));
        assertThat(card(LineFormat.SPACE, "n1    s2").text()).isEqualTo(new CardText("n1", "s2"));
    }

    @Test
    void reads_every_column_by_its_name() {
        var card = csv("备注,卡号,卡密,加价,到期,次数,每日次数", "\"8888, \"\"lucky\"\"\",n1,s1,8.80,2030-01-31,5,2");

        assertThat(card.text()).isEqualTo(new CardText("n1", "s1"));
        assertThat(card.label()).isEqualTo("8888, \"lucky\"");
        assertThat(card.premiumMinor()).isEqualTo(880);
        assertThat(card.expiresAt()).isEqualTo(Instant.parse("2030-01-31T16:00:00Z"));
        assertThat(card.uses()).isEqualTo(5);
        assertThat(card.perDay()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2030/01/31, 2030-01-31T16:00:00Z", "2030-01-31 18:00:00, 2030-01-31T10:00:00Z", "2030-01-31T18:00:00Z, 2030-01-31T18:00:00Z"})
    void reads_times_as_they_are_commonly_written(String text, String expected) {
        assertThat(csv("secret,expires_at", "s1," + text).expiresAt()).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
            "secret,premium;s,-1;PREMIUM_INVALID", "secret,premium;s,1.005;PREMIUM_INVALID", "secret,premium;s,1e99;PREMIUM_INVALID",
            "secret,expires_at;s,31.1.2030;EXPIRY_INVALID", "secret,expires_at;s,2020-01-01;EXPIRED",
            "secret,uses;s,0;USES_INVALID", "secret,uses;s,many;USES_INVALID", "number,secret;n,;SECRET_MISSING",
            "number,secret;n;COLUMNS_MISSING", "number,secret;n,\"s;QUOTE_OPEN"})
    void says_what_is_wrong_with_a_line(String heading, String line, LineError error) {
        assertThat(parse(LineFormat.CSV, heading, bytes(line))).isEqualTo(new ParsedLine.Bad(7, error));
    }

    @Test
    void refuses_lines_without_separator_or_secret() {
        assertThat(parse(LineFormat.DASHES, null, bytes("lonely"))).isEqualTo(new ParsedLine.Bad(7, LineError.SEPARATOR_MISSING));
        assertThat(parse(LineFormat.COMMA, null, bytes("n,  "))).isEqualTo(new ParsedLine.Bad(7, LineError.SECRET_MISSING));
        assertThat(parse(LineFormat.CODE, null, bytes("a\u0000b"))).isEqualTo(new ParsedLine.Bad(7, LineError.CONTROL_CHARACTER));
        assertThat(parse(LineFormat.CODE, null, null)).isEqualTo(new ParsedLine.Bad(7, LineError.LINE_TOO_LONG));
        assertThat(parse(LineFormat.CODE, null, bytes(" \t "))).isNull();
    }

    @Test
    void refuses_a_line_in_another_encoding_instead_of_guessing() {
        var gb = "密码一".getBytes(Charset.forName("GB18030"));

        assertThat(parse(LineFormat.CODE, null, gb)).isEqualTo(new ParsedLine.Bad(7, LineError.ENCODING));
        var options = new Options(LineFormat.CODE, "gb18030", 1, null, null);
        var card = (ParsedLine.Card) new LineParser(options, null, NOW, SHANGHAI).parse(new LineReader.Line(7, gb, 0));
        assertThat(card.text().secret()).isEqualTo("密码一");
    }

    @Test
    void never_shows_a_secret_as_text() {
        assertThat(card(LineFormat.CODE, "CANARY-5").toString()).doesNotContain("CANARY");
    }

    private static ParsedLine.Card card(LineFormat format, String line) {
        return (ParsedLine.Card) parse(format, null, bytes(line));
    }

    private static ParsedLine.Card csv(String heading, String line) {
        return (ParsedLine.Card) parse(LineFormat.CSV, heading, bytes(line));
    }

    private static ParsedLine parse(LineFormat format, String heading, byte[] line) {
        var options = new Options(format, "utf-8", 1, null, null);
        return new LineParser(options, heading == null ? null : CsvHeader.of(heading), NOW, SHANGHAI).parse(new LineReader.Line(7, line, 0));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
