package io.wanqu.connectors.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connectors.wire.Json;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final String FRAME = """
        {"id":8000000000000000001,"commandType":"Common","sendTime":1700000000000,"message":{"type":
        "pdd_trade_TradeConfirmed","mallID":6917586388057000001,"content":"{\\"tid\\":\\"190228-1\\",\\"mall_id\\":1}"}}""";

    @Test
    void reads_which_order_and_whose() {
        assertThat(Frames.notice(FRAME)).hasValueSatisfying(notice -> {
            assertThat(notice.messageId()).isEqualTo("8000000000000000001");
            assertThat(notice.topic()).isEqualTo("pdd_trade_TradeConfirmed");
            assertThat(notice.orderId()).isEqualTo("190228-1");
            assertThat(notice.shopId()).isEqualTo("6917586388057000001");
            assertThat(notice.toString()).doesNotContain("mall_id");
        });
    }

    @Test
    void acknowledges_with_what_the_message_said_of_itself() {
        var answer = Json.read(Frames.acknowledgement(Frames.notice(FRAME).orElseThrow(), 5));

        assertThat(answer.toString()).isEqualTo("{\"commandType\":\"Ack\",\"id\":8000000000000000001,"
            + "\"mallID\":6917586388057000001,\"sendTime\":1700000000000,\"time\":5,"
            + "\"type\":\"pdd_trade_TradeConfirmed\"}");
    }

    @Test
    void keeps_a_message_whose_content_it_cannot_read() {
        var notice = Frames.notice("{\"id\":1,\"message\":{\"type\":\"new\",\"content\":\"not json\"}}").orElseThrow();

        assertThat(notice.orderId()).isNull();
        assertThat(notice.topic()).isEqualTo("new");
    }

    @Test
    void passes_over_what_is_no_message() {
        assertThat(Frames.notice(Frames.heartbeat(5))).isEmpty();
        assertThat(Frames.notice("")).isEmpty();
        assertThat(Frames.notice("卡密")).isEmpty();
        assertThat(Frames.heartbeat(5)).isEqualTo("{\"commandType\":\"HeartBeat\",\"time\":5}");
    }
}
