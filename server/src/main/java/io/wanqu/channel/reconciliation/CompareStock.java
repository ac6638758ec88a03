package io.wanqu.channel.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.reconciliation.Difference.Action;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the stock that a channel shows with what it acknowledged; what is about to be told anyway is left out. */
@Component
class CompareStock {

    private final JdbcClient jdbc;

    CompareStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Difference> compare(ChannelKey key, Map<Item, Long> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Difference>();
        jdbc.sql("""
                select external_product, external_sku, acknowledged
                  from channel.stock_push
                 where shop_id = :shop and channel_id = :channel and due_at is null and acknowledged is not null
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(row -> {
                var item = Item.of(row);
                var there = shown.get(item);
                if (there != null && there != row.getLong("acknowledged")) {
                    found.add(new Difference("stock-differs", item.toString(), Map.of("product", item.product(), "sku", item.sku(),
                            "here", row.getLong("acknowledged"), "there", there), Action.PUSH_STOCK));
                }
            });
        return found;
    }
}
