package io.wanqu.simulators.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TradesTest {

    private final Stage stage = new Stage(100);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void lists_the_newest_change_first() {
        stage.pull("/order", "{\"sku\":\"month\",\"count\":5}");

        var page = changed(60, 1, 3, true);

        assertThat(page.path("has_next").asBoolean(false)).isTrue();
        assertThat(page.has("total_results")).isFalse();
        assertThat(ids(page)).hasSize(3).isSortedAccordingTo((left, right) -> Long.compare(right, left));
        assertThat(changed(60, 1, 3, false).path("total_results").asInt(0)).isEqualTo(5);
        assertThat(ids(changed(60, 2, 3, true))).hasSize(2);
    }

    @Test
    void refuses_a_window_of_more_than_a_day() {
        assertThat(Stage.code(stage.call("taobao.trades.sold.increment.get", window(86_401, 1, 3, true)))).isEqualTo(15);
        assertThat(changed(86_400, 1, 3, false).path("total_results").asInt(-1)).isZero();
    }

    @Test
    void marks_a_trade_as_shipped_once() {
        var order = stage.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");

        assertThat(send(order).path("logistics_dummy_send_response").path("shipping").path("is_success").asBoolean(false)).isTrue();
        assertThat(send(order).path("error_response").path("sub_code").asString("")).endsWith("B04");

        assertThat(status(order)).isEqualTo("WAIT_BUYER_CONFIRM_GOODS");
    }

    @Test
    void ships_nothing_that_is_unpaid_held_or_refunded() {
        var unpaid = stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}").path("orders").path(0).path("orderId").asString("");
        var held = stage.pull("/order", "{\"sku\":\"month\",\"hold\":true}").path("orders").path(0).path("orderId").asString("");
        var refunded = stage.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");
        stage.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"apply\"}".formatted(refunded));
        stage.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"agree\"}".formatted(refunded));

        for (var order : List.of(unpaid, held, refunded)) {
            assertThat(Stage.code(send(order))).isEqualTo(15);
        }
        assertThat(status(unpaid)).isEqualTo("WAIT_BUYER_PAY");
        assertThat(status(held)).isEqualTo("PAID_FORBID_CONSIGN");
        assertThat(status(refunded)).isEqualTo("TRADE_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"1, 7, 7", "2, 5, 105", "2, -3, 97", "2, -200, 0"})
    void sets_many_stocks_and_ends_differences_at_zero(int type, int quantity, int expected) {
        stage.call("taobao.skus.quantity.update", Map.of("num_iid", stage.theatre.productId,
            "skuid_quantities", stage.theatre.skuId + ":" + quantity, "type", String.valueOf(type)));

        assertThat(stage.theatre.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(expected);
    }

    @Test
    void refuses_a_difference_below_zero_for_a_single_item() {
        var answer = stage.call("taobao.item.quantity.update", Map.of("num_iid", stage.theatre.productId, "quantity", "-200",
            "type", "2"));

        assertThat(Stage.code(answer)).isEqualTo(15);
        assertThat(stage.theatre.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(100);
    }

    @Test
    void brings_a_message_again_until_it_is_confirmed() {
        stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}");
        var first = messages();
        assertThat(first.path(0).path("topic").asString("")).isEqualTo("taobao_trade_TradeCreate");
        assertThat(messages().isMissingNode()).isTrue();

        stage.pull("/platform", "{\"skewSeconds\":60}");
        assertThat(messages().path(0).path("id")).isEqualTo(first.path(0).path("id"));
        stage.call("taobao.tmc.messages.confirm", Map.of("s_message_ids", first.path(0).path("id").asString("")));

        assertThat(stage.theatre.look("/push").path("acknowledged").asInt(-1)).isEqualTo(1);
    }

    private JsonNode messages() {
        return stage.call("taobao.tmc.messages.consume", Map.of("quantity", "100"))
            .path("tmc_messages_consume_response").path("messages").path("tmc_message");
    }

    private JsonNode send(String order) {
        return stage.call("taobao.logistics.dummy.send", Map.of("tid", order));
    }

    private String status(String order) {
        return stage.call("taobao.trade.fullinfo.get", Map.of("tid", order, "fields", "status"))
            .path("trade_fullinfo_get_response").path("trade").path("status").asString("");
    }

    private JsonNode changed(long seconds, int page, int size, boolean hasNext) {
        return stage.call("taobao.trades.sold.increment.get", window(seconds, page, size, hasNext))
            .path("trades_sold_increment_get_response");
    }

    private Map<String, String> window(long seconds, int page, int size, boolean hasNext) {
        var now = stage.pull("/platform", "{}").path("seconds").asLong(0);
        return Map.of("fields", "tid", "start_modified", Call.local(now - seconds), "end_modified", Call.local(now),
            "page_no", String.valueOf(page), "page_size", String.valueOf(size), "use_has_next", String.valueOf(hasNext));
    }

    private static List<Long> ids(JsonNode page) {
        var ids = new ArrayList<Long>();
        page.path("trades").path("trade").forEach(trade -> ids.add(trade.path("tid").asLong(0)));
        return ids;
    }
}
