package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Codes of electronic coupons: write-back, reading, and giving up. */
final class CouponApi {

    private static final long DEADLINE_SECONDS = 24 * 3600;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Market market;
    private final Trade trade;

    CouponApi(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("coupons.syncV2", this::sync);
        gateway.offer("coupons.list", CouponApi::list);
        gateway.offer("coupons.CertSyncFailedCancelOrder", this::giveUp);
    }

    private JsonNode sync(Shop shop, JsonNode parameters) {
        var line = line(shop, parameters.path("order_id"));
        var certs = certs(parameters.path("cert_list"));
        if (!line.writing().tryLock()) {
            throw Refusal.coupon("010013", "the order is being written by another request");
        }
        try {
            accept(shop, line, certs);
        } finally {
            line.writing().unlock();
        }
        return Json.object();
    }

    private void accept(Shop shop, Line line, List<Code> certs) {
        if (line.shipped()) {
            throw line.codes().equals(certs)
                ? Refusal.coupon("000008", "already processed")
                : Refusal.coupon("010004", "content differs from the first request");
        }
        if (certs.size() != line.quantity()) {
            throw Refusal.coupon("010023", "number of codes differs from the quantity");
        }
        var order = shop.orders().find(line.orderId());
        if (order == null || !order.open() || line.refunded()) {
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed", "the order is not waiting for codes");
        }
        if (market.clock().seconds() - order.paidAt() > DEADLINE_SECONDS) {
            throw Refusal.coupon("010012", "later than a day after payment");
        }
        line.keep(certs);
        trade.ship(line);
    }

    private static List<Code> certs(JsonNode list) {
        var certs = new ArrayList<Code>();
        var numbers = new HashSet<String>();
        for (var each : list) {
            var cert = new Code(each.path("out_cert_id").asString(""), each.path("cert_no").asString(""),
                each.path("cert_key").asString(""), each.path("grant_time").asString(""));
            if (cert.number().isEmpty() || !numbers.add(cert.number())) {
                throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "cert_no missing or repeated");
            }
            seconds(cert.remark());
            certs.add(cert);
        }
        return certs;
    }

    private static JsonNode list(Shop shop, JsonNode parameters) {
        var line = line(shop, parameters.path("order_id"));
        var found = Json.array();
        for (var cert : line.codes()) {
            found.addObject()
                .put("order_id", String.valueOf(line.id()))
                .put("out_cert_id", cert.id())
                .put("cert_no", cert.number())
                .put("grant_time", seconds(cert.remark()))
                .put("status", 2)
                .put("total_num", 1)
                .put("verify_num", 0)
                .put("available_num", 1);
        }
        return Json.object().set("data", found);
    }

    private JsonNode giveUp(Shop shop, JsonNode parameters) {
        var id = parameters.path("OrderId");
        var order = shop.orders().find(id.asLong(0));
        var lines = order == null ? List.of(line(shop, id)) : order.lines();
        if (lines.stream().anyMatch(Line::shipped)) {
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed", "codes are there already");
        }
        trade.giveUp(lines);
        return Json.object().put("RetStatus", "SUCCESS").put("RetCode", "000000").put("RetMessage", "");
    }

    private static Line line(Shop shop, JsonNode id) {
        var line = shop.orders().findLine(id.asLong(0));
        if (line == null) {
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed:order-not-exist", "no such order");
        }
        return line;
    }

    private static long seconds(String local) {
        try {
            return LocalDateTime.parse(local, LOCAL).toEpochSecond(CHINA);
        } catch (DateTimeParseException e) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "grant_time is not a local time");
        }
    }
}
