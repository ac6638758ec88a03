package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Timeline.Range;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that has passed the gateway: who asks, for which shop, and with which parameters. */
record Call(App app, @Nullable Shop owner, Map<String, String> parameters) {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    Shop shop() {
        if (owner == null) {
            throw new Refusal(Refusal.NO_SESSION, "", "Missing Session");
        }
        return owner;
    }

    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    String required(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            throw Refusal.missing(name);
        }
        return text;
    }

    long number(String name) {
        var text = required(name);
        if (!text.matches("-?\\d{1,19}")) {
            throw Refusal.invalid(name);
        }
        return Long.parseLong(text);
    }

    long number(String name, long otherwise) {
        return text(name).isEmpty() ? otherwise : number(name);
    }

    long seconds(String name, long otherwise) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        return seconds(name, text);
    }

    static long seconds(String name, String text) {
        try {
            return LocalDateTime.parse(text, LOCAL).toEpochSecond(CHINA);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(name);
        }
    }

    static String local(long seconds) {
        return LOCAL.format(Instant.ofEpochSecond(seconds).atOffset(CHINA));
    }

    static String yuan(long fen) {
        return fen / 100 + "." + fen / 10 % 10 + fen % 10;
    }

    List<String> fields() {
        return List.of(required("fields").split(","));
    }

    Range range(int sizeMax) {
        var page = number("page_no", 1);
        var size = number("page_size", 40);
        if (page < 1 || size < 1 || size > sizeMax) {
            throw Refusal.invalid("page_no");
        }
        return new Range((page - 1) * size, (int) size);
    }

    Order order() {
        var order = shop().orders().find(number("tid"));
        if (order == null) {
            throw Refusal.business("isv.trade-not-exist", "no such trade");
        }
        return order;
    }

    Line line(long oid) {
        var line = shop().orders().findLine(oid);
        if (line == null) {
            throw Refusal.business("isv.trade-not-exist", "no such order");
        }
        return line;
    }

    Listing item() {
        var item = shop().listings().find(number("num_iid"));
        if (item == null || item.status() == Listing.Status.DELETED) {
            throw Refusal.business("isv.item-not-exist:invalid-numIid", "no such item");
        }
        return item;
    }
}
