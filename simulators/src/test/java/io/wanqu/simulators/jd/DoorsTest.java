package io.wanqu.simulators.jd;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DoorsTest {

    private static final String PARAMETERS = "360buy_param_json";

    private final Theatre theatre = new Theatre("jd", 10);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void agrees_with_the_documented_signature() {
        assertThat(Md5.ofParameters("yourappSecret", Map.of(
            PARAMETERS, "{\"end_date\":null,\"optional_fields\":null,\"order_state\":\"WAIT_SELLER_STOCK_OUT\","
                + "\"page\":\"1\",\"page_size\":\"200\",\"start_date\":null}",
            "access_token", "yourtoken", "app_key", "yourappkey", "method", "jingdong.pop.order.search",
            "timestamp", "2021-05-07 09:20:39.683+0800", "v", "2.0", "sign", "is not signed")))
            .isEqualToIgnoringCase("D70825340F4084360B9362B60DFD7930");
    }

    @Test
    void spells_the_ending_of_a_root_in_two_ways() {
        assertThat(call("jingdong.pop.order.search", window(60, 0), Map.of()).has("jingdong_pop_order_search_responce")).isTrue();
        assertThat(call("jingdong.ware.read.searchWare4Valid", "{}", Map.of())
            .has("jingdong_ware_read_searchWare4Valid_response")).isTrue();
    }

    @Test
    void refuses_a_wrong_signature_a_wrong_clock_and_a_wrong_token() {
        var late = ShanghaiTime.text(theatre.now() - 365);

        assertThat(code(Map.of("sign", "00"))).isEqualTo("12");
        assertThat(code(Map.of("timestamp", late))).isEqualTo("8");
        assertThat(code(Map.of("access_token", "nobodys"))).isEqualTo("19");
        theatre.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(theatre.shopId));
        assertThat(code(Map.of())).isEqualTo("19");
    }

    @Test
    void accepts_a_clock_that_differs_by_less_than_six_minutes() {
        assertThat(code(Map.of("timestamp", ShanghaiTime.text(theatre.now() - 355) + ".000+0800"))).isEmpty();
    }

    @Test
    void refuses_a_window_longer_than_a_month() {
        assertThat(call("jingdong.pop.order.search", window(40 * 24 * 3600, 0), Map.of()).path("error_response")
            .path("code").asString("")).isEqualTo("11");
    }

    @Test
    void answers_the_newer_routes_without_the_level_of_the_older_ones() {
        var orderId = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");

        var answer = rest("/rest/sp-order/v0/orders/" + orderId, Map.of(), Map.of("orderId", orderId));

        assertThat(answer.path("data").path("orderInfo").path("orderId").asString("")).isEqualTo(orderId);
        assertThat(rest("/rest/sp-order/v0/orders/" + orderId, Map.of(), Map.of("orderId", "1")).path("code").asString(""))
            .isEqualTo("12");
    }

    @Test
    void renews_a_token_once_for_each_refresh_token() {
        var form = "grant_type=refresh_token&refresh_token=%s&app_key=%s&app_secret=%s"
            .formatted(theatre.refreshToken, theatre.app.key(), theatre.app.secret());

        var first = post("/oauth2/refresh_token", form);
        var second = post("/oauth2/refresh_token", form);

        assertThat(first.path("access_token").asString("")).isNotEmpty().isNotEqualTo(theatre.token);
        assertThat(second.path("code").asString("")).isEqualTo("400");
        assertThat(theatre.look("/shop?shopId=" + theatre.shopId).path("refreshes").asInt()).isEqualTo(1);
    }

    private String code(Map<String, String> instead) {
        return call("jingdong.pop.order.search", window(3600, 0), instead).path("error_response").path("code").asString("");
    }

    private String window(long fromAgo, long untilAgo) {
        return Json.object().put("start_date", ShanghaiTime.text(theatre.now() - fromAgo))
            .put("end_date", ShanghaiTime.text(theatre.now() - untilAgo))
            .put("order_state", "FINISHED_L").put("page", "1").put("page_size", "10").toString();
    }

    private JsonNode call(String method, String parameters, Map<String, String> instead) {
        var query = new LinkedHashMap<>(Map.of("method", method, "app_key", theatre.app.key(), "access_token",
            theatre.token, "timestamp", ShanghaiTime.text(theatre.now()), "v", "2.0"));
        query.putAll(instead);
        var signed = new LinkedHashMap<>(query);
        signed.put(PARAMETERS, parameters);
        query.putIfAbsent("sign", Md5.ofParameters(theatre.app.secret(), signed));
        return post("/routerjson?" + form(query), form(Map.of(PARAMETERS, parameters)));
    }

    private JsonNode post(String path, String form) {
        return Json.read(theatre.send(HttpRequest.newBuilder(theatre.address(path))
            .POST(HttpRequest.BodyPublishers.ofString(form)).build()).body());
    }

    private JsonNode rest(String path, Map<String, String> query, Map<String, String> pathParameters) {
        var headers = Map.of("X-JOS-App-Key", theatre.app.key(), "X-JOS-Access-Token", theatre.token,
            "X-JOS-Timestamp", String.valueOf(theatre.now() * 1000));
        var signed = new LinkedHashMap<>(query);
        signed.putAll(pathParameters);
        signed.putAll(headers);
        var request = HttpRequest.newBuilder(URI.create(theatre.address(path) + "?" + form(query)));
        headers.forEach(request::header);
        request.header("X-JOS-Sign", Md5.ofParameters(theatre.app.secret(), signed));
        return Json.read(theatre.send(request.build()).body());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }
}
