package io.wanqu.simulators.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.Theatre;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final String CHANGES = "pdd.order.number.list.increment.get";

    private final Theatre theatre = new Theatre("pinduoduo", 10);
    private final Caller caller = new Caller(theatre);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void agrees_with_the_documented_signature() {
        assertThat(Md5.ofParameters("testSecret", Map.of("access_token", "asd78172s8ds9a921j9qqwda12312w1w21211",
            "client_id", "1", "data_type", "XML", "order_status", "1", "page", "1", "page_size", "10",
            "timestamp", "1480411125", "type", "pdd.order.number.list.get")))
            .isEqualToIgnoringCase("E4DE3ED21002510DED352819E7AE6775");
    }

    @Test
    void refuses_a_wrong_signature_a_wrong_clock_a_wrong_token_and_an_unknown_type() {
        assertThat(caller.code(CHANGES, with("sign", "00"))).isEqualTo(20004);
        assertThat(caller.code(CHANGES, with("timestamp", String.valueOf(theatre.now() - 610)))).isEqualTo(10004);
        assertThat(caller.code(CHANGES, with("access_token", "nobodys"))).isEqualTo(10019);
        assertThat(caller.code("pdd.never.heard.of", Map.of())).isEqualTo(30000);
        assertThat(caller.code(CHANGES, window(1800))).isZero();
    }

    @Test
    void refuses_a_window_longer_than_half_an_hour() {
        assertThat(caller.code(CHANGES, window(1801))).isEqualTo(10000);
    }

    @Test
    void limits_calls_of_one_second() {
        theatre.pull("/platform", "{\"callsPerSecond\":1}");

        var codes = new HashMap<Integer, Integer>();
        for (var time = 0; time < 5; time++) {
            codes.merge(caller.code(CHANGES, window(60)), 1, Integer::sum);
        }

        assertThat(codes).containsKey(70031);
    }

    @Test
    void lists_what_is_paid_newest_first_and_nothing_unpaid() {
        theatre.pull("/order", "{\"sku\":\"month\",\"paid\":false}");
        var orders = theatre.pull("/order", "{\"sku\":\"month\",\"count\":2,\"spreadSeconds\":20}").path("orders");

        var answer = caller.call(CHANGES, window(600)).path("order_sn_increment_get_response");

        assertThat(answer.path("total_count").asInt()).isEqualTo(2);
        assertThat(answer.path("order_sn_list").path(0).path("order_sn").asString(""))
            .isEqualTo(orders.path(0).path("orderId").asString(""));
        assertThat(answer.path("order_sn_list").path(1).path("order_sn").asString(""))
            .isEqualTo(orders.path(1).path("orderId").asString(""));
    }

    @Test
    void rejects_goods_for_a_reason_and_keeps_none_of_them() {
        theatre.pull("/listing/review", "{\"shopId\":\"%s\",\"rejectNext\":\"违禁词\"}".formatted(theatre.shopId));
        var goods = Map.of("goods_name", "月卡", "out_goods_id", "P", "sku_list",
            "[{\"out_sku_sn\":\"S\",\"multi_price\":990,\"quantity\":7}]");

        var refused = caller.call("pdd.goods.add", goods).path("error_response");
        var listed = caller.call("pdd.goods.list.get", Map.of("page", "1", "page_size", "10"));

        assertThat(refused.path("sub_msg").asString("")).isEqualTo("违禁词");
        assertThat(listed.path("goods_list_get_response").path("total_count").asInt()).isEqualTo(1);
        assertThat(caller.code("pdd.goods.add", goods)).isZero();
    }

    @Test
    void takes_no_password_that_is_not_sealed_with_its_key() {
        var data = Json.object().put("goodsId", Long.parseLong(theatre.productId)).put("skuId", Long.parseLong(theatre.skuId));
        data.putArray("dataList").addObject().put("cardNo", "1").put("encryptPassword", "open");

        assertThat(caller.code("pdd.voucher.virtual.card.batch.add", Map.of("data", data.toString()))).isEqualTo(10000);
        assertThat(theatre.look("/vouchers?sku=month").path("waiting").asInt()).isZero();
    }

    private Map<String, String> window(long seconds) {
        var now = theatre.now();
        return new HashMap<>(Map.of("start_updated_at", String.valueOf(now - seconds), "end_updated_at",
            String.valueOf(now), "page", "1", "page_size", "100"));
    }

    private Map<String, String> with(String name, String value) {
        var form = window(60);
        form.put(name, value);
        return form;
    }
}
