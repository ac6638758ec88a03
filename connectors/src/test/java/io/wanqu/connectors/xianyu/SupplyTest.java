package io.wanqu.connectors.xianyu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ShelfSupplier;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier.Goods;
import io.wanqu.connector.supply.SupplyRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SupplyTest {

    private static final String CREATE = "/goofish/order/purchase/create";
    private static final String NOTICE = "https://open.goofish.pro/api/open/callback/virtual/order/notify/tok-1";

    private final XianyuWorld world = new XianyuWorld();
    private final ChannelSession session = world.connector().open(world.account(Tokens.none(), Clock.systemUTC()));
    private final ShelfSupplier shelf = new ShelfSupplier().put("month", "月卡", 900, 5).put("year", "年卡", 9900, 0);
    private HttpServer desk;

    @BeforeEach
    void open_the_desk() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(0), 0);
        desk.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        desk.createContext("/supply", this::serve);
        desk.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = new HashMap<String, String>();
            for (var pair : exchange.getRequestURI().getRawQuery().split("&")) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            var request = new PushRequest(Map.of(), query, exchange.getRequestBody().readAllBytes(), Instant.EPOCH);
            var path = exchange.getRequestURI().getPath().substring("/supply".length());
            var reply = session.serve(new SupplyRequest(path, request), shelf).orElseThrow();
            exchange.sendResponseHeaders(reply.status(), 0);
            exchange.getResponseBody().write(reply.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void close() {
        desk.stop(0);
        world.close();
    }

    @Test
    void tells_who_it_is_without_a_signature() {
        var info = call("/goofish/open/info", "{}", ",\"forged\":true");

        assertThat(info.path("code").asInt(-1)).isZero();
        assertThat(info.path("data").path("app_id").isIntegralNumber()).isTrue();
        assertThat(info.path("data").path("features").path("is_support_order_refund").asBoolean(true)).isFalse();
    }

    @Test
    void tells_the_balance_in_fen() {
        assertThat(call("/goofish/user/info", "{}").path("data").path("balance").asLong(0)).isEqualTo(1_234_500);
    }

    @ParameterizedTest
    @CsvSource({"',\"forged\":true', 401", "',\"offSeconds\":-305', 408", "',\"offSeconds\":305', 408",
        "',\"offSeconds\":-290', 0", "',\"offSeconds\":290', 0"})
    void checks_the_signature_and_the_clock(String how, int code) {
        assertThat(call("/goofish/user/info", "{}", how).path("code").asInt(-1)).isEqualTo(code);
    }

    @Test
    void lists_what_is_on_the_shelf() {
        var all = call("/goofish/goods/list", "{\"goods_type\":2,\"page_no\":1,\"page_size\":1}").path("data");
        assertThat(all.path("count").asInt(0)).isEqualTo(2);
        assertThat(all.path("list")).hasSize(1);
        assertThat(all.path("list").path(0)).isEqualTo(Json.read("""
            {"goods_no":"month","goods_type":2,"goods_name":"月卡","price":900,"stock":5,"status":1}"""));

        assertThat(call("/goofish/goods/list", "{\"keyword\":\"年\"}").path("data").path("count").asInt(0)).isEqualTo(1);
        assertThat(call("/goofish/goods/list", "{\"goods_type\":1}").path("data").path("count").asInt(-1)).isZero();
    }

    @Test
    void describes_one_of_its_goods() {
        assertThat(call("/goofish/goods/detail", "{\"goods_type\":2,\"goods_no\":\"year\"}").path("data").path("price").asLong(0))
            .isEqualTo(9900);
        assertThat(call("/goofish/goods/detail", "{\"goods_type\":2,\"goods_no\":\"week\"}").path("code").asInt(0)).isEqualTo(1100);
        assertThat(call("/goofish/goods/detail", "{\"goods_type\":1,\"goods_no\":\"year\"}").path("code").asInt(0)).isEqualTo(1100);
    }

    @Test
    void sells_and_hands_over_the_cards_in_the_same_answer() {
        var sold = call(CREATE, purchase("X-1", "month", 2, 1800));

        assertThat(sold.path("code").asInt(-1)).isZero();
        assertThat(sold.path("data").path("order_status").asInt(0)).isEqualTo(20);
        assertThat(sold.path("data").path("order_amount").asLong(0)).isEqualTo(1800);
        assertThat(sold.path("data").path("out_order_no").asString("")).isEqualTo("W-X-1");
        assertThat(sold.path("data").path("card_items")).hasSize(2);
        assertThat(sold.path("data").path("card_items").path(1).path("card_no").asString("")).isEqualTo("NO-2");
        assertThat(sold.path("data").path("card_items").path(1).path("card_pwd").asString("")).isEqualTo("密-NO-2");
    }

    @Test
    void puts_a_card_without_a_number_of_its_own_into_the_secret() {
        shelf.withoutSecrets();

        var card = call(CREATE, purchase("X-2", "month", 1, 900)).path("data").path("card_items").path(0);

        assertThat(card.has("card_no")).isFalse();
        assertThat(card.path("card_pwd").asString("")).isEqualTo("NO-1");
    }

    @Test
    void sells_once_for_one_order_number() throws Exception {
        var first = call(CREATE, purchase("X-3", "month", 1, 900));
        assertThat(call(CREATE, purchase("X-3", "month", 3, 9999))).isEqualTo(first);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 50)
                .mapToObj(_ -> threads.submit(() -> call(CREATE, purchase("X-4", "month", 1, 900)))).toList();
            var second = running.getFirst().get();
            for (var each : running) {
                assertThat(each.get()).isEqualTo(second);
            }
        }
        assertThat(shelf.sold()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"month, 1, 899", "year, 1, 9900", "week, 1, 900", "month, 6, 5400"})
    void sells_nothing_that_costs_too_much_or_is_not_there(String goods, int quantity, long most) {
        var refused = call(CREATE, purchase("X-5", goods, quantity, most)).path("data");

        assertThat(refused.path("order_status").asInt(0)).isEqualTo(30);
        assertThat(refused.path("card_items")).isEmpty();
        assertThat(refused.path("remark").asString("")).isNotEmpty();
        assertThat(shelf.sold()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"order_no\":\"X\",\"goods_no\":\"month\",\"buy_quantity\":1}",
        "{\"order_no\":\"X\",\"goods_no\":\"month\",\"buy_quantity\":0,\"max_amount\":900}",
        "{\"order_no\":\"\",\"goods_no\":\"month\",\"buy_quantity\":1,\"max_amount\":900}"})
    void refuses_an_order_that_says_too_little(String body) {
        assertThat(call(CREATE, body).path("code").asInt(0)).isEqualTo(1201);
        assertThat(shelf.sold()).isZero();
    }

    @Test
    void charges_nothing_up() {
        assertThat(call("/goofish/order/recharge/create", purchase("X-6", "month", 1, 900)).path("code").asInt(0)).isEqualTo(1100);
        assertThat(call("/goofish/never/heard/of", "{}").path("code").asInt(0)).isEqualTo(404);
        assertThat(shelf.sold()).isZero();
    }

    @Test
    void finds_an_order_by_either_number() {
        var sold = call(CREATE, purchase("X-7", "month", 1, 900)).path("data");

        assertThat(call("/goofish/order/detail", "{\"order_type\":2,\"order_no\":\"X-7\"}").path("data")).isEqualTo(sold);
        assertThat(call("/goofish/order/detail", "{\"order_type\":2,\"out_order_no\":\"W-X-7\"}").path("data")).isEqualTo(sold);
        assertThat(call("/goofish/order/detail", "{\"order_no\":\"X-8\"}").path("code").asInt(0)).isEqualTo(1200);
    }

    @Test
    void remembers_what_the_platform_wants_to_hear_of() {
        var wish = "{\"goods_type\":2,\"goods_no\":\"month\",\"token\":\"tok-9\",\"notify_url\":\"x\"}";
        assertThat(call("/goofish/goods/change/subscribe", wish).path("code").asInt(-1)).isZero();
        assertThat(shelf.watched()).containsOnly(Map.entry("month", "tok-9"));

        assertThat(call("/goofish/goods/change/unsubscribe", wish).path("code").asInt(-1)).isZero();
        assertThat(shelf.watched()).isEmpty();
        assertThat(call("/goofish/goods/change/subscribe", "{\"goods_no\":\"week\"}").path("code").asInt(0)).isEqualTo(1100);
    }

    @Test
    void calls_back_when_a_slow_order_is_done_and_when_goods_change() {
        shelf.slow(true);
        assertThat(call(CREATE, purchase("X-9", "month", 1, 900)).path("data").path("order_status").asInt(0)).isEqualTo(10);
        shelf.slow(false);
        call(CREATE, purchase("X-9", "month", 1, 900));
        var callbacks = new Callbacks(new Gateway(world.account(Tokens.none(), Clock.systemUTC())));

        assertThat(session.tell(shelf.find("X-9").orElseThrow(), NOTICE)).isEqualTo(new Outcome.Done());
        assertThat(callbacks.goods(new Goods("month", "月卡", 900, 4, true), "tok-9", Instant.ofEpochSecond(7)))
            .isEqualTo(new Outcome.Done());

        var notices = world.stage().look("/notices").path("notices");
        assertThat(notices.path(0).path("path").asString("")).isEqualTo("order/notify/tok-1");
        assertThat(notices.path(0).path("body").path("card_items").path(0).path("card_no").asString("")).isEqualTo("NO-1");
        assertThat(notices.path(1).path("path").asString("")).isEqualTo("goods/notify/tok-9");
        assertThat(notices.path(1).path("body").path("list").path(0).path("stock").asInt(0)).isEqualTo(4);
        assertThat(notices).hasSize(2);
    }

    @Test
    void calls_back_nobody_but_the_platform() {
        var callbacks = new Callbacks(new Gateway(world.account(Tokens.none(), Clock.systemUTC())));
        var failed = new Supplied("X", "", Supplied.State.FAILED, 0, new Supplied.Times(Instant.EPOCH, Instant.EPOCH), List.of(), "no");

        callbacks.order(failed, "https://evil.example/steal/../tok%2F..?x=1");

        assertThat(world.stage().look("/notices").path("notices").path(0).path("path").asString("")).isEqualTo("order/notify/tok2Fx1");
    }

    private JsonNode call(String path, String body) {
        return call(path, body, "");
    }

    private JsonNode call(String path, String body, String how) {
        var answer = world.stage().pull("/supplier", "{\"appKey\":\"%s\",\"url\":\"http://localhost:%d/supply\",\"path\":\"%s\",\"body\":%s%s}"
            .formatted(world.appKey(), desk.getAddress().getPort(), path, body, how));
        assertThat(answer.path("status").asInt(0)).isEqualTo(200);
        return Objects.requireNonNull(Json.read(answer.path("body").asString("")));
    }

    private static String purchase(String order, String goods, int quantity, long most) {
        return "{\"order_no\":\"%s\",\"goods_no\":\"%s\",\"buy_quantity\":%d,\"max_amount\":%d,\"notify_url\":\"%s\"}"
            .formatted(order, goods, quantity, most, NOTICE);
    }
}
