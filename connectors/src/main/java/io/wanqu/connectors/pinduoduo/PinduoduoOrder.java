package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import io.wanqu.connectors.wire.Yuan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order in Pinduoduo's words, whoever passes them on. It has one SKU, and its line bears its number. */
public final class PinduoduoOrder {

    private static final int NOTHING_SAID = -1;

    private PinduoduoOrder() {
    }

    public static ChannelOrder read(JsonNode node) {
        var paidAt = paidAt(node);
        var statuses = new Statuses(number(node, Names.STATUS),
            node.has(Names.GROUP) ? number(node, Names.GROUP) : number(node, Names.GROUP_TOO),
            number(node, Names.RISK), number(node, Names.REFUND));
        var id = Json.text(node, Names.ID);
        var amount = Yuan.fen(Json.text(node, Names.PAYMENT));
        var item = node.path(Names.ITEMS).path(0);
        var line = new Line(id,
            new Item(Json.text(item, Names.ITEM_GOODS), Json.text(item, Names.ITEM_SKU),
                Json.textOrNull(item, Names.ITEM_OUTER)),
            item.path(Names.ITEM_COUNT).asInt(0), amount, statuses.overlay(Json.text(node, Names.AFTER_SALE)));
        var created = Shanghai.time(Json.text(node, Names.CREATED));
        var updated = Shanghai.timeOrNull(Json.text(node, Names.UPDATED));
        return new ChannelOrder(id, statuses.status(paidAt != null), statuses.raw(), List.of(line),
            new Total(amount, Yuan.CURRENCY), null,
            new Times(created, paidAt, updated != null ? updated : paidAt != null ? paidAt : created));
    }

    /** Not every reading tells when it was paid; a complete group was paid by the time it was. */
    private static @Nullable Instant paidAt(JsonNode node) {
        var paid = Shanghai.timeOrNull(Json.text(node, Names.PAID));
        return paid != null ? paid : Shanghai.timeOrNull(Json.text(node, Names.CONFIRMED));
    }

    private static int number(JsonNode node, String name) {
        return node.path(name).asInt(NOTHING_SAID);
    }
}
