package io.wanqu.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushRequestTest {

    @Test
    void finds_a_header_however_it_is_written() {
        var request = new PushRequest(Map.of("Event-Sign", "x"), Map.of(), new byte[0], Instant.EPOCH);

        assertThat(request.header("event-sign")).isEqualTo("x");
        assertThat(request.header("app-id")).isNull();
    }

    @Test
    void keeps_its_bytes_when_the_senders_array_changes() {
        var body = "卡密".getBytes(UTF_8);
        var request = new PushRequest(Map.of(), Map.of(), body, Instant.EPOCH);
        body[0] = 0;

        assertThat(request.text()).isEqualTo("卡密");
    }
}
