package io.wanqu.connectors.agiso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connectors.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void reads_a_trade_of_taobao_in_its_own_words() {
        var trade = TaobaoTrade.read(Json.read("""
            {"Tid":2067719225654838,"Status":"WAIT_SELLER_SEND_GOODS","Created":"2016-07-11 11:20:09","Payment":"3.00",
             "PayTime":"2016-07-11 11:20:20","Orders":[{"Oid":2067719225654839,"NumIid":45533870790,"SkuId":"3423","Num":1,
             "OuterIid":"ALDS_1000","OuterSkuId":null,"Payment":"3.00"}]}"""));

        assertThat(trade.externalOrderId()).isEqualTo("2067719225654838");
        assertThat(trade.status()).isEqualTo(OrderStatus.PAID);
        assertThat(trade.times().updatedAt()).hasToString("2016-07-11T03:20:20Z");
        assertThat(trade.lines()).singleElement().satisfies(line -> {
            assertThat(line.externalLineId()).isEqualTo("2067719225654839");
            assertThat(line.item().outerSkuCode()).isEqualTo("ALDS_1000");
            assertThat(line.refund().clear()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"1, PENDING_PAYMENT", "2, PAID", "3, DELIVERED", "4, COMPLETED", "5, REFUNDED", "6, CLOSED_UNPAID",
        "0, UNKNOWN", "7, UNKNOWN"})
    void translates_a_state_of_xianyu(int status, OrderStatus expected) {
        assertThat(XianyuOrder.status(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, REFUNDING", "6, REFUNDING", "5, REFUNDED", "4, NONE", "9, NONE", "11, UNKNOWN", "-1, UNKNOWN"})
    void translates_a_refund_of_xianyu(int status, RefundState state) {
        assertThat(XianyuOrder.refund(status).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "alds, 2, alds:paid", "alds, 258, alds:paid+refund-created", "alds, 4, alds:4", "aldsKwai, 1, aldsKwai:paid",
        "aldsKwai, 2, aldsKwai:received", "aldsIdle, 8, aldsIdle:refund-created", "aldsXhs, 16, aldsXhs:refund-created",
        "aldsDoudian, 128, aldsDoudian:refund-agreed", "aldsPdd, 1, aldsPdd:1"})
    void names_what_a_marketplace_flags(String service, long flags, String topic) {
        assertThat(Service.of(service).topic(flags)).isEqualTo(topic);
    }

    @Test
    void knows_marketplaces_by_names_that_are_not_built_alike() {
        assertThat(Service.inPushes("ALDSDOUDIAN")).contains(Service.DOUDIAN);
        assertThat(Service.inPushes("PddAlds")).contains(Service.PINDUODUO);
        assertThat(Service.inPushes("Somewhere")).isEmpty();
        assertThat(Service.of("")).isEqualTo(Service.TAOBAO);
        assertThat(Service.of("aldsNew")).isEqualTo(Service.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"5, false, AUTHORISE", "-90, false, AUTHORISE", "29, false, WAIT", "10, true, RETRY", "10, false, LOOK",
        "98765, false, LOOK"})
    void knows_what_an_answer_asks_for(int code, boolean mayRetry, Remedy remedy) {
        var envelope = envelope("{\"IsSuccess\":false,\"Error_Code\":%d,\"Error_Msg\":\"为什么\",\"AllowRetry\":%b}"
            .formatted(code, mayRetry));

        assertThat(envelope.trouble().remedy()).isEqualTo(remedy);
        assertThat(envelope.trouble()).hasMessageContaining("为什么");
    }

    @Test
    void reads_names_with_and_without_a_capital() {
        assertThat(envelope("{\"isSuccess\":true,\"data\":{\"x\":1}}").data().path("x").asInt(0)).isEqualTo(1);
        assertThat(envelope("{\"IsSuccess\":true,\"AllowRetry\":null}").mayRetry()).isFalse();
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> envelope("{}"))
            .matches(ConnectorException::retryable);
    }

    @Test
    void reads_the_number_of_the_one_order_that_failed() {
        var envelope = envelope("""
            {"IsSuccess":false,"Error_Code":7,"Data":{"ErrorInfos":[{"Tid":1,"ErrorCode":-90}]}}""");

        assertThat(envelope.codeOfOne()).isEqualTo(-90);
        assertThat(envelope.trouble().needsAuthorisation()).isTrue();
        assertThat(envelope.trouble().code()).isEqualTo("7 -90");
    }

    @Test
    void asks_for_a_token_at_the_host_of_its_marketplace() {
        assertThat(Facts.token(URI.create("https://gw-api.agiso.com"), Service.PINDUODUO, "q"))
            .hasToString("https://aldsPdd.agiso.com/auth/token?q");
        assertThat(Facts.token(URI.create("http://localhost:1/agiso"), Service.PINDUODUO, "q"))
            .hasToString("http://localhost:1/agiso/aldsPdd/auth/token?q");
    }

    private static Envelope envelope(String json) {
        return Envelope.of("/x", Json.read(json));
    }
}
