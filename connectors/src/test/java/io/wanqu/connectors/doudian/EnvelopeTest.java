package io.wanqu.connectors.doudian;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ConnectorException.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    @ParameterizedTest
    @CsvSource({
        "20000, isp.service-error, RETRY",
        "30001, dop.authorization-no-existed, AUTHORISE",
        "30001, isv.app-permissions-insufficient, AUTHORISE",
        "40001, isv.parameter-missing, LOOK",
        "40003, isv.signature-invalid, LOOK",
        "40003, isv.timestamp-invalid, LOOK",
        "40003, isv.access-token-expired, AUTHORISE",
        "40004, isv.access-token-no-existed, AUTHORISE",
        "50001, isv.token-error, AUTHORISE",
        "50002, isv.business-failed, LOOK",
        "60000, isv.traffic-limited, WAIT",
        "70000, isv.api-closed, LOOK",
        "90000, isv.other, LOOK",
        "12345, isv.new, LOOK"})
    void knows_what_a_code_asks_for(int code, String subCode, Remedy remedy) {
        var trouble = envelope(code, subCode).trouble();

        assertThat(trouble.remedy()).isEqualTo(remedy);
        assertThat(trouble.code()).isEqualTo(code + " " + subCode);
    }

    @Test
    void heals_only_what_a_new_access_token_heals() {
        assertThat(envelope(40003, "isv.access-token-expired").tokenTrouble()).isTrue();
        assertThat(envelope(50001, "").tokenTrouble()).isTrue();
        assertThat(envelope(30001, "dop.authorization-no-existed").tokenTrouble()).isFalse();
        assertThat(envelope(10000, "").tokenTrouble()).isFalse();
    }

    @Test
    void finds_the_number_of_a_coupon_refusal_wherever_it_stands() {
        assertThat(envelope(50002, "isv.business-failed:010012").couponNumber()).isEqualTo("010012");
        assertThat(envelope(50002, "010013").couponNumber()).isEqualTo("010013");
        assertThat(of("{\"code\":10000,\"data\":{\"RetCode\":\"010004\"}}").couponNumber()).isEqualTo("010004");
        assertThat(of("{\"code\":10000,\"data\":{\"RetCode\":\"000000\"}}").couponNumber()).isEmpty();
        assertThat(envelope(50002, "isv.business-failed").couponNumber()).isEmpty();
        assertThat(envelope(50002, "isv.business-failed:6010012").couponNumber()).isEmpty();
    }

    private static Envelope envelope(int code, String subCode) {
        return of("{\"code\":%d,\"msg\":\"\",\"sub_code\":\"%s\",\"sub_msg\":\"why\"}".formatted(code, subCode));
    }

    private static Envelope of(String json) {
        return Envelope.of(ParamJson.read(json));
    }
}
