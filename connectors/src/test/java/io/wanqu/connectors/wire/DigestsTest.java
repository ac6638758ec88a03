package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void makes_the_digests_that_everybody_knows() {
        assertThat(Digests.md5("")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        assertThat(HexFormat.of().formatHex(Digests.hmac("HmacSHA256", "key", "The quick brown fox jumps over the lazy dog")))
            .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void joins_names_in_the_order_of_their_bytes() {
        assertThat(Digests.joined(Map.of("b", "2", "a", "1", "B", "3", "360", "4"))).isEqualTo("3604B3a1b2");
    }

    @Test
    void compares_without_regard_to_case() {
        assertThat(Digests.same("aB01", "Ab01")).isTrue();
        assertThat(Digests.same("aB01", "Ab02")).isFalse();
        assertThat(Digests.same("aB01", "Ab0")).isFalse();
    }
}
