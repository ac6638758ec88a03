package io.wanqu.channel.supply;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.kernel.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The channel.supply_watch table: goods whose stock and price a buying channel wants to hear of. */
@Repository
public class Watches {

    private final JdbcClient jdbc;

    Watches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins or ends it; what is told first is how things are now. */
    @Transactional
    public void set(ChannelKey key, Item item, @Nullable String token) {
        jdbc.sql("""
                delete from channel.supply_watch
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update();
        if (token != null) {
            add(key, item, token);
        }
    }

    private void add(ChannelKey key, Item item, String token) {
        jdbc.sql("""
                insert into channel.supply_watch (shop_id, channel_id, external_product, external_sku, token)
                select shop_id, channel_id, external_product, external_sku, :token
                  from channel.listing
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("token", token)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update();
        jdbc.sql("""
                update channel.stock_push
                   set acknowledged = null, changes = changes + 1, due_at = now()
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update();
    }

    /** Those of the listings that are watched. */
    public Map<Item, Watch> among(ChannelKey key, Collection<Item> items) {
        var found = new HashMap<Item, Watch>();
        jdbc.sql("""
                select external_product, external_sku, token, told_minor
                  from channel.supply_watch
                  join unnest(:products, :externals) as wanted (external_product, external_sku)
                 using (external_product, external_sku)
                 where shop_id = :shop and channel_id = :channel
                """)
            .params(Columns.of(List.copyOf(items))
                    .texts("products", Item::product)
                    .texts("externals", Item::sku)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .query(row -> {
                found.put(Item.of(row), new Watch(row.getString("token"), row.getObject("told_minor", Long.class)));
            });
        return found;
    }

    public void told(ChannelKey key, Item item, long minor) {
        jdbc.sql("""
                update channel.supply_watch
                   set told_minor = :minor
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("minor", minor)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update();
    }

    /** @param toldMinor the price it was told last, null when it was told none */
    public record Watch(String token, @Nullable Long toldMinor) {
    }
}
