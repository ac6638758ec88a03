package io.wanqu.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SelfSignedTest {

    @Test
    void is_a_certificate_the_jdk_believes_to_be_its_own_issuers() throws GeneralSecurityException {
        var keys = Rsa.pair();
        var from = Instant.parse("2024-01-01T00:00:00Z");
        var until = Instant.parse("2051-01-01T00:00:00Z");

        var certificate = SelfSigned.certificate(keys, "Somebody", new BigInteger("5157F09EFDC096DE", 16), from, until);

        certificate.verify(keys.getPublic());
        assertThat(certificate.getSerialNumber().toString(16)).isEqualTo("5157f09efdc096de");
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Somebody");
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(from);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(until);
        assertThatExceptionOfType(SignatureException.class).isThrownBy(() -> certificate.verify(Rsa.pair().getPublic()));
    }

    @Test
    void a_signature_is_good_for_its_text_alone() {
        var keys = Rsa.pair();
        var signed = Rsa.sign(keys.getPrivate(), "卡密");

        assertThat(Rsa.signed(keys.getPublic(), "卡密", signed)).isTrue();
        assertThat(Rsa.signed(keys.getPublic(), "卡蜜", signed)).isFalse();
        assertThat(Rsa.signed(keys.getPublic(), "卡密", "no signature")).isFalse();
        assertThat(Rsa.publicKey(Rsa.pem("PUBLIC KEY", keys.getPublic().getEncoded()))).isEqualTo(keys.getPublic());
    }
}
