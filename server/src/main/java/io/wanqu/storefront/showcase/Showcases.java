package io.wanqu.storefront.showcase;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables storefront.showcase and storefront.click: where products lead, and who followed. */
@Repository
class Showcases {

    private final JdbcClient jdbc;

    Showcases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ShopId shop, Showcase showcase) {
        jdbc.sql("""
                insert into storefront.showcase (shop_id, product_id, target, listing_channel_id)
                values (:shop, :product, :target, :listing)
                    on conflict (shop_id, product_id) do update
                   set target = excluded.target, listing_channel_id = excluded.listing_channel_id
                """)
            .param("shop", shop.value())
            .param("product", showcase.product)
            .param("target", showcase.target)
            .param("listing", showcase.listing == null ? null : showcase.listing.value())
            .update();
    }

    boolean remove(ShopId shop, long product) {
        return jdbc.sql("delete from storefront.showcase where shop_id = :shop and product_id = :product")
            .param("shop", shop.value())
            .param("product", product)
            .update() == 1;
    }

    Optional<Showcase> find(ShopId shop, long product) {
        return all(shop).stream().filter(it -> it.product == product).findFirst();
    }

    List<Showcase> all(ShopId shop) {
        return jdbc.sql("""
                select product_id, target, listing_channel_id
                  from storefront.showcase
                 where shop_id = :shop
                 order by product_id
                """)
            .param("shop", shop.value())
            .query((row, n) -> {
                var listing = row.getLong("listing_channel_id");
                return new Showcase(row.getLong("product_id"), row.getString("target"), row.wasNull() ? null : new ChannelId(listing));
            })
            .list();
    }

    void click(ShopId shop, long id, Click click, byte[] visitor, Instant at) {
        jdbc.sql("""
                insert into storefront.click (shop_id, click_id, product_id, channel_id, source, campaign, visitor, at)
                values (:shop, :id, :product, :channel, :source, :campaign, :visitor, :at)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("product", click.product)
            .param("channel", click.channel.value())
            .param("source", click.source)
            .param("campaign", click.campaign)
            .param("visitor", visitor)
            .param("at", at.atOffset(UTC))
            .update();
    }

    List<Clicks> count(ShopId shop, Instant from, Instant until) {
        return jdbc.sql("""
                select product_id, channel_id, source, campaign, count(*) as clicks, count(distinct visitor) as visitors
                  from storefront.click
                 where shop_id = :shop
                   and at >= :from
                   and at < :until
                 group by product_id, channel_id, source, campaign
                 order by product_id, channel_id, source, campaign
                """)
            .param("shop", shop.value())
            .param("from", from.atOffset(UTC))
            .param("until", until.atOffset(UTC))
            .query((row, n) -> new Clicks(new Click(row.getLong("product_id"), new ChannelId(row.getLong("channel_id")),
                    row.getString("source"), row.getString("campaign")), row.getLong("clicks"), row.getLong("visitors")))
            .list();
    }

    /**
     * Where a product leads.
     *
     * @param listing the marketplace channel whose sales are told beside the clicks
     */
    record Showcase(long product, String target, @Nullable ChannelId listing) {
    }

    record Click(long product, ChannelId channel, String source, String campaign) {
    }

    record Clicks(Click what, long clicks, long visitors) {
    }
}
