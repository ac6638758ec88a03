package io.wanqu.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void makes_the_codes_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void takes_the_code_of_a_clock_that_is_half_a_minute_off_and_no_more() {
        var now = Instant.ofEpochSecond(1_111_111_111);

        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now)).isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now)).isPresent();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(61)), now)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.plusSeconds(61)), now)).isEmpty();
        assertThat(Totp.step(SECRET, "", now)).isEmpty();
    }
}
