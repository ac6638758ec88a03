package io.wanqu.channel.listing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.listing.ChannelOffers.Wanted;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables channel.publication and channel.publication_item: what was asked for at once, and how far it is. */
@Repository
class Publications {

    private static final String PROGRESS = """
            select publication.publication_id, shown, made_by, made_at, count(*) as total,
                   count(*) filter (where state = 'done') as done, count(*) filter (where state = 'rejected') as rejected
              from channel.publication
              join channel.publication_item using (shop_id, publication_id)
             where shop_id = :shop
            """;

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, boolean shown, String by, Instant now) {
        jdbc.sql("""
                insert into channel.publication (shop_id, publication_id, shown, made_by, made_at)
                values (:shop, :id, :shown, :by, :now)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("shown", shown)
            .param("by", by)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    void addItems(ShopId shop, long id, Collection<Wanted> wanted) {
        jdbc.sql("""
                insert into channel.publication_item (shop_id, publication_id, channel_id, product_id)
                select :shop, :id, channel_id, product_id
                  from unnest(:channels, :products) as wanted (channel_id, product_id)
                """)
            .params(Columns.of(List.copyOf(wanted))
                    .longs("channels", it -> it.key().channel().value())
                    .longs("products", Wanted::product)
                    .and("shop", shop.value())
                    .and("id", id)
                    .params())
            .update();
    }

    /** Every publication that waits for this offer has its answer, unless the offer is due again. */
    void settle(ChannelKey key, long product, boolean done, Instant now) {
        jdbc.sql("""
                update channel.publication_item as item
                   set state = :state, done_at = :now
                  from channel.offer
                 where item.shop_id = :shop and item.channel_id = :channel and item.product_id = :product and item.state = 'due'
                   and offer.shop_id = item.shop_id and offer.channel_id = item.channel_id and offer.product_id = item.product_id
                   and (offer.due_at is null or offer.state = 'in_review')
                """)
            .param("state", done ? "done" : "rejected")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", product)
            .update();
    }

    Optional<Progress> find(ShopId shop, long id) {
        return jdbc.sql(PROGRESS + " and publication_id = :id group by publication.publication_id, shown, made_by, made_at")
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> new Progress(Long.toString(id), row.getBoolean("shown"), row.getString("made_by"),
                    row.getTimestamp("made_at").toInstant(), row.getLong("total"), row.getLong("done"), row.getLong("rejected")))
            .optional();
    }

    /** The latest, so that one that was left is found again. */
    List<Progress> latest(ShopId shop, int limit) {
        return jdbc.sql(PROGRESS + " group by publication.publication_id, shown, made_by, made_at order by publication_id desc limit :limit")
            .param("shop", shop.value())
            .param("limit", limit)
            .query((row, n) -> new Progress(Long.toString(row.getLong("publication_id")), row.getBoolean("shown"), row.getString("made_by"),
                    row.getTimestamp("made_at").toInstant(), row.getLong("total"), row.getLong("done"), row.getLong("rejected")))
            .list();
    }

    /** Those that are not well first. */
    List<Item> items(ShopId shop, long id, int limit) {
        return jdbc.sql("""
                select item.channel_id, item.product_id, item.state, offer.state as offer_state, offer.raw_state, offer.findings, offer.last_code
                  from channel.publication_item as item
                  join channel.offer using (shop_id, channel_id, product_id)
                 where item.shop_id = :shop and item.publication_id = :id
                 order by item.state desc, item.channel_id, item.product_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("limit", limit)
            .query((row, n) -> new Item(Long.toString(row.getLong("channel_id")), Long.toString(row.getLong("product_id")),
                    row.getString("state"), row.getString("offer_state"), row.getString("raw_state"), row.getString("last_code"),
                    List.of(Json.read(row.getString("findings"), Finding[].class))))
            .list();
    }

    record Progress(String id, boolean shown, String madeBy, Instant madeAt, long total, long done, long rejected) {
    }

    record Item(String channel, String product, String state, String offer, @Nullable String rawState,
            @Nullable String lastCode, List<Finding> findings) {
    }
}
