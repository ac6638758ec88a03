package io.wanqu.connectors.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesTest {

    @Test
    void reads_what_an_encoder_writes() {
        assertThat(Aes.base64("5Y2h5a+G")).isEqualTo("卡密".getBytes(UTF_8));
        assertThat(Aes.utf8("卡密".getBytes(UTF_8))).isEqualTo("卡密");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QR==", "Q", "Q=Q=", "QQ== ", "QQ", "卡密"})
    void reads_nothing_else(String text) {
        assertThat(Aes.base64(text)).isNull();
    }

    @Test
    void takes_no_bytes_for_text_that_are_none() {
        assertThat(Aes.utf8(new byte[] {(byte) 0xE5, (byte) 0x8D})).isNull();
    }

    @Test
    void opens_nothing_of_a_wrong_length_or_key() {
        assertThat(Aes.open(new byte[15], Aes.zeroStart(), "PKCS5Padding", new byte[16])).isNull();
        assertThat(Aes.open(new byte[16], Aes.zeroStart(), "PKCS5Padding", new byte[17])).isNull();
        assertThat(Aes.open(new byte[16], Aes.zeroStart(), "PKCS5Padding", new byte[0])).isEmpty();
    }
}
