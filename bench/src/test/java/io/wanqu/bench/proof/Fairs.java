package io.wanqu.bench.proof;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.bench.drive.Marketplace;

import tools.jackson.databind.JsonNode;

/** Nine simulated marketplaces that sell one SKU from one pool, and what their buyers did. */
final class Fairs {

    static final List<String> KINDS = List.of("agiso", "doudian", "jd", "kuaishou", "pinduoduo", "taobao", "wechatshop", "xianyu", "xiaohongshu");
    /** Channels whose codes the marketplace keeps. */
    static final List<String> SHOWN = List.of("doudian", "kuaishou");
    static final List<String> BY_HAND = List.of("jd", "pinduoduo", "xiaohongshu");
    static final List<String> GRANTED = List.of("doudian", "jd", "kuaishou", "pinduoduo", "taobao", "xiaohongshu");

    private final World world;
    private final Goods goods;
    private final Map<String, Marketplace> markets = new LinkedHashMap<>();
    private final Map<String, List<Bought>> bought = new LinkedHashMap<>();

    Fairs(World world, Goods goods) throws IOException {
        this.world = world;
        this.goods = goods;
        for (var kind : KINDS) {
            markets.put(kind, Marketplace.connect(world.simulators().address(), kind, goods.shop(), world.server().address(), List.of(goods.sku())));
            bought.put(kind, new ArrayList<>());
        }
    }

    Marketplace at(String kind) {
        return markets.get(kind);
    }

    List<Bought> bought(String kind) {
        return bought.get(kind);
    }

    /** Paid orders of one piece each, whatever the marketplace believes in. */
    List<Bought> buy(String kind, int count) throws IOException {
        var answer = at(kind).pull("/order", "{\"sku\":\"" + at(kind).sku(0) + "\",\"count\":" + count + ",\"ignoreStock\":true}");
        var now = answer.get("orders").valueStream()
                .map(order -> new Bought(order.get("orderId").asString(), order.at("/lineIds/0").asString())).toList();
        bought.get(kind).addAll(now);
        return now;
    }

    void refund(String kind, Bought order) throws IOException {
        at(kind).pull("/refund", "{\"lineId\":\"" + order.line + "\",\"step\":\"apply\"}");
        at(kind).pull("/refund", "{\"lineId\":\"" + order.line + "\",\"step\":\"agree\"}");
    }

    void disturb(String kind, int times) throws IOException {
        // The gateway lists no orders: of a message that was lost for good nobody would ever know.
        at(kind).pull("/push", "{\"lose\":" + (kind.equals("agiso") ? 0 : times) + ",\"duplicate\":" + times + ",\"reorder\":" + times + "}");
    }

    void outage(String kind, boolean on) throws IOException {
        at(kind).pull("/platform", "{\"outage\":" + on + "}");
    }

    void expireToken(String kind) throws IOException {
        at(kind).pull("/token/expire", "{\"shopId\":\"" + at(kind).account() + "\"}");
    }

    void pause(String kind, boolean on) throws IOException {
        goods.shop().write(on ? "PUT" : "DELETE", channel(kind) + "/pause", "{}");
    }

    /** The codes that the marketplace shows for all that was bought there. */
    List<String> codes(String kind) throws IOException {
        var codes = new ArrayList<String>();
        for (var each : bought.get(kind)) {
            at(kind).look("/deliveries?lineId=" + each.line).get("codes").forEach(code -> codes.add(code.get("number").asString()));
        }
        return codes;
    }

    /** What the comparison of today finds, by its codes. */
    List<String> differences(String kind) throws IOException {
        var run = goods.shop().write("POST", channel(kind) + "/reconciliations",
                "{\"day\":\"" + LocalDate.now(ZoneId.of("Asia/Shanghai")) + "\"}").json();
        if (!run.get("state").asString().equals("done")) {
            return List.of(run.toString());
        }
        return run.get("differences").valueStream().map(it -> it.get("code").asString() + ": " + it.get("explanation").asString()).toList();
    }

    JsonNode handOvers(String kind) throws IOException {
        return goods.shop().get(channel(kind) + "/hand-overs?limit=200");
    }

    String channel(String kind) {
        return "/api/v1/channels/" + at(kind).channel();
    }

    long count(String what) {
        return world.server().database().count(what.replace(":shop", goods.shop().id()));
    }

    /** For the message of a failed count. */
    String standing() {
        return markets.values().stream().map(market -> market.kind() + " " + world.server().database().one(
                "select coalesce(string_agg(state || ' ' || count, ', '), 'nothing') from (select state, count(*) from ordering.customer_order"
                        + " where channel_id = " + market.channel() + " group by state) as states")).collect(Collectors.joining("; "));
    }

    /** An order of one line, as its marketplace numbers them. */
    record Bought(String order, String line) {
    }
}
