package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connector.Outcome;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    private static final Codes CODES = new Codes(Set.of("1"), Set.of("2"), Set.of("3"), Set.of("4"), Duration.ofSeconds(7));

    @ParameterizedTest
    @CsvSource({"1, AUTHORISE", "2, AUTHORISE", "3, WAIT", "4, RETRY", "98765, LOOK", "'', LOOK"})
    void says_what_a_code_asks_for_and_keeps_it(String code, Remedy remedy) {
        var trouble = CODES.trouble(refused(code));

        assertThat(trouble.remedy()).isEqualTo(remedy);
        assertThat(trouble.code()).isEqualTo(code);
        assertThat(CODES.tokenTrouble(refused(code))).isEqualTo(code.equals("1"));
    }

    @Test
    void waits_as_long_as_the_platform_is_known_to_want() {
        assertThat(CODES.trouble(refused("3")).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void tells_a_refusal_that_stays_from_trouble_that_passes() {
        assertThat(CODES.outcome(new Envelope(true, "0", "", Json.read("{}")))).isEqualTo(new Outcome.Done());
        assertThat(CODES.outcome(refused("5"))).isEqualTo(new Outcome.Refused("5", "why"));
        for (var passing : new String[] {"1", "2", "3", "4"}) {
            assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> CODES.outcome(refused(passing)));
        }
    }

    private static Envelope refused(String code) {
        return new Envelope(false, code, "why", Json.read("{\"canary\":4711}"));
    }

    @Test
    void shows_nothing_of_an_answer() {
        assertThat(refused("5").toString()).doesNotContain("4711").contains("5");
    }
}
