package io.wanqu.simulators.doudian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MarketTest {

    private final Stage stage = new Stage(10);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void sells_no_more_than_it_believes_to_have() {
        var placed = stage.pull("/order", "{\"sku\":\"month\",\"count\":50}").path("orders");

        assertThat(placed.size()).isEqualTo(10);
        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isZero();
        assertThat(stage.pull("/order", "{\"sku\":\"month\",\"ignoreStock\":true}").path("orders").size()).isEqualTo(1);
        assertThat(stage.look("/stock?sku=month").path("sold").asInt(-1)).isEqualTo(11);
    }

    @Test
    void gives_the_stock_back_when_an_unpaid_order_closes() {
        var order = stage.pull("/order", "{\"sku\":\"month\",\"paid\":false}").path("orders").path(0);

        stage.pull("/order/close", "{\"orderId\":\"%s\"}".formatted(order.path("orderId").asString("")));

        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(10);
        assertThat(detail(order).path("order_status").asInt(0)).isEqualTo(Statuses.CLOSED);
        assertThat(detail(order).path("pay_time").asInt(-1)).isZero();
    }

    @Test
    void goes_from_hold_over_paid_and_shipped_to_completed() {
        var order = stage.pull("/order", "{\"sku\":\"month\",\"hold\":true}").path("orders").path(0);
        assertThat(detail(order).path("order_status").asInt(0)).isEqualTo(105);
        assertThat(sync(order, "A").path("code").asInt(0)).isEqualTo(50002);

        stage.pull("/order/release", id(order));
        assertThat(sync(order, "A").path("code").asInt(0)).isEqualTo(10000);
        assertThat(detail(order).path("order_status").asInt(0)).isEqualTo(3);
        stage.pull("/order/complete", id(order));

        assertThat(detail(order).path("order_status").asInt(0)).isEqualTo(5);
    }

    @Test
    void answers_a_write_back_by_its_content() {
        var order = stage.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0);

        assertThat(sync(order, "A", "B").path("sub_code").asString("")).endsWith("010023");
        assertThat(sync(order, "A").path("code").asInt(0)).isEqualTo(10000);
        assertThat(sync(order, "A").path("sub_code").asString("")).endsWith("000008");
        assertThat(sync(order, "B").path("sub_code").asString("")).endsWith("010004");

        var old = stage.pull("/order", "{\"sku\":\"month\",\"paidAgoSeconds\":86500}").path("orders").path(0);
        assertThat(sync(old, "C").path("sub_code").asString("")).endsWith("010012");
        assertThat(stage.look("/shop?shopId=" + stage.shopId).path("codes").asInt(-1)).isEqualTo(1);
    }

    @Test
    void counts_codes_given_to_two_orders() {
        var orders = stage.pull("/order", "{\"sku\":\"month\",\"count\":2}").path("orders");
        sync(orders.path(0), "A");
        sync(orders.path(1), "A");

        assertThat(stage.look("/shop?shopId=" + stage.shopId).path("codesGivenTwice").asInt(-1)).isEqualTo(1);
    }

    @Test
    void moves_the_time_of_change_with_the_status_and_not_with_a_refund() {
        var order = stage.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0);
        var before = detail(order).path("update_time").asLong(0);
        stage.pull("/platform", "{\"skewSeconds\":60}");

        var lineId = order.path("lineIds").path(0).asString("");
        stage.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"apply\"}".formatted(lineId));
        assertThat(detail(order).path("update_time").asLong(0)).isEqualTo(before);
        assertThat(detail(order).path("sku_order_list").path(0).path("after_sale_info").path("after_sale_status")
            .asInt(0)).isEqualTo(6);
        stage.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"agree\"}".formatted(lineId));

        assertThat(detail(order).path("update_time").asLong(0)).isEqualTo(before + 60);
        assertThat(detail(order).path("main_status").asInt(0)).isEqualTo(21);
        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(10);
    }

    @Test
    void pages_newest_first_unless_asked_otherwise() {
        stage.pull("/order", "{\"sku\":\"month\",\"count\":5}");

        var newest = ids("{\"page\":0,\"size\":5}");
        var oldest = ids("{\"page\":0,\"size\":5,\"order_by\":\"create_time\",\"order_asc\":true}");

        assertThat(newest).hasSize(5);
        assertThat(oldest.reversed()).containsExactlyElementsOf(newest);
        assertThat(ids("{\"page\":1,\"size\":3}")).containsExactlyElementsOf(newest.stream().skip(3).toList());
    }

    @Test
    void spreads_the_times_of_many_orders_over_the_last_seconds() {
        var now = stage.pull("/platform", "{}").path("seconds").asLong(0);
        stage.pull("/order", "{\"sku\":\"month\",\"count\":10,\"spreadSeconds\":100}");

        var older = stage.call("order.searchList", """
            {"page":0,"size":10,"update_time_start":%d,"update_time_end":%d}""".formatted(now - 100, now - 50));

        assertThat(older.path("data").path("total").asInt(-1)).isEqualTo(5);
    }

    @Test
    void refuses_pages_beyond_its_limits() {
        for (var page : new String[] {"{\"page\":0,\"size\":101}", "{\"page\":100,\"size\":100}", "{\"page\":-1,\"size\":1}",
            "{\"page\":0,\"size\":10,\"create_time_start\":1000}"}) {
            assertThat(stage.call("order.searchList", page).path("sub_code").asString(""))
                .isEqualTo("isv.parameter-invalid");
        }
        assertThat(stage.call("order.searchList", "{\"page\":99,\"size\":100}").path("code").asInt(0)).isEqualTo(10000);
    }

    @Test
    void counts_a_difference_once_for_each_key() {
        var plus = "{\"product_id\":%s,\"sku_id\":%s,\"stock_num\":5,\"incremental\":true,\"idempotent_id\":\"k\"}"
            .formatted(stage.productId, stage.skuId);

        assertThat(stage.call("sku.syncStock", plus).path("code").asInt(0)).isEqualTo(10000);
        assertThat(stage.call("sku.syncStock", plus).path("sub_code").asString("")).isEqualTo("isv.idempotent-id-existed");
        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(15);
    }

    @Test
    void lets_buyers_buy_until_the_shelf_is_empty() {
        var buyId = stage.pull("/buy", "{\"sku\":\"month\",\"count\":25,\"rate\":1000}").path("buyId").asString("");
        JsonNode progress;
        do {
            LockSupport.parkNanos(5_000_000);
            progress = stage.look("/buy?buyId=" + buyId);
        } while (!progress.path("done").asBoolean(false));

        assertThat(progress.path("bought").asInt(-1)).isEqualTo(10);
        assertThat(stage.look("/shop?shopId=" + stage.shopId).path("ordersByStatus").path("PAID").asInt(-1)).isEqualTo(10);
        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isZero();
    }

    private JsonNode detail(JsonNode order) {
        return stage.call("order.orderDetail", "{\"shop_order_id\":\"%s\"}".formatted(order.path("orderId").asString("")))
            .path("data").path("shop_order_detail");
    }

    private JsonNode sync(JsonNode order, String... numbers) {
        var certs = new StringBuilder();
        for (var number : numbers) {
            certs.append(certs.isEmpty() ? "" : ",").append("""
                {"cert_no":"%s","grant_time":"2026-01-01 00:00:00"}""".formatted(number));
        }
        return stage.call("coupons.syncV2", "{\"order_id\":\"%s\",\"cert_list\":[%s]}"
            .formatted(order.path("lineIds").path(0).asString(""), certs));
    }

    private LinkedHashSet<String> ids(String search) {
        var ids = new LinkedHashSet<String>();
        stage.call("order.searchList", search).path("data").path("shop_order_list")
            .forEach(order -> ids.add(order.path("order_id").asString("")));
        return ids;
    }

    private static String id(JsonNode order) {
        return "{\"orderId\":\"%s\"}".formatted(order.path("orderId").asString(""));
    }
}
