package io.wanqu.channel.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.queue.WorkQueue;
import io.wanqu.channel.queue.WorkQueue.Shape;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.offer table: how each channel shall show a product, and what it last took. */
@Repository
class ChannelOffers {

    private static final String COLUMNS = """
            work.product_id, work.template_id, work.variant, work.shown, work.state, work.external_product, work.raw_state, work.findings,
                          work.told, work.changes, work.attempts, work.last_code, work.told_at, work.due_at
            """;
    /** One writer an offer: a row that is claimed is nobody else's until the claim ends. */
    private static final Shape SHAPE = new Shape("channel.offer", List.of("product_id"),
            "(work.claimed_until is null or work.claimed_until < :now)", "work.due_at, work.product_id", "claimed_until", COLUMNS);

    private final JdbcClient jdbc;
    private final WorkQueue queue;

    ChannelOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.queue = new WorkQueue(jdbc, SHAPE);
    }

    WorkQueue queue() {
        return queue;
    }

    /** Writes how a channel shall show a product; an offer that was published is brought up to date. */
    void write(ChannelKey key, Written written, String by, Instant now) {
        jdbc.sql("""
                insert into channel.offer (shop_id, channel_id, product_id, template_id, variant, changed_by, changed_at)
                values (:shop, :channel, :product, nullif(:template, 0), :variant::jsonb, :by, :now)
                    on conflict (shop_id, channel_id, product_id) do update
                   set template_id = excluded.template_id, variant = excluded.variant, changes = offer.changes + 1,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                       due_at = case when offer.external_product is null then offer.due_at else least(offer.due_at, :now) end
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", written.product)
            .param("template", written.template)
            .param("variant", Json.write(written.variant))
            .param("by", by)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Makes offers due, and those that nobody wrote yet out of the channel's own template. */
    void publish(ShopId shop, Collection<Wanted> wanted, boolean shown, String by, Instant now) {
        jdbc.sql("""
                insert into channel.offer (shop_id, channel_id, product_id, variant, shown, due_at, changed_by, changed_at)
                select :shop, channel_id, product_id, '{}', :shown, :now, :by, :now
                  from unnest(:channels, :products) as wanted (channel_id, product_id)
                    on conflict (shop_id, channel_id, product_id) do update
                   set shown = excluded.shown, due_at = excluded.due_at, changes = offer.changes + 1
                """)
            .params(Columns.of(List.copyOf(wanted))
                    .longs("channels", it -> it.key.channel().value())
                    .longs("products", Wanted::product)
                    .and("shop", shop.value())
                    .and("shown", shown)
                    .and("by", by)
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** Every offer of these products that a channel has, or was refused: how many. */
    int changed(ShopId shop, Collection<Long> products, Instant now) {
        return jdbc.sql("""
                update channel.offer
                   set due_at = least(due_at, :now), changes = changes + 1
                 where shop_id = :shop and product_id = any(:products) and (external_product is not null or state in ('rejected', 'held'))
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    void templateChanged(ShopId shop, long template, Instant now) {
        jdbc.sql("""
                update channel.offer
                   set due_at = least(due_at, :now), changes = changes + 1
                 where shop_id = :shop and external_product is not null
                   and (template_id = :template
                        or template_id is null and exists (select 1
                                                             from channel.rule
                                                            where rule.shop_id = offer.shop_id
                                                              and rule.channel_id = offer.channel_id
                                                              and rule.template_id = :template))
                """)
            .param("shop", shop.value())
            .param("template", template)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    Optional<Offer> find(ChannelKey key, long product) {
        return jdbc.sql("select " + COLUMNS + " from channel.offer as work where shop_id = :shop and channel_id = :channel and product_id = :product")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", product)
            .query((row, n) -> offer(row))
            .optional();
    }

    List<Offer> of(ChannelKey key, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                  from channel.offer as work
                 where shop_id = :shop and channel_id = :channel and product_id > :after
                 order by product_id
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("after", after)
            .param("limit", limit)
            .query((row, n) -> offer(row))
            .list();
    }

    /** What was changed meanwhile is due again at once; what a channel called the offer is never forgotten. */
    void settle(ChannelKey key, Offer of, End end, Instant now) {
        jdbc.sql("""
                update channel.offer
                   set state = :state, external_product = coalesce(nullif(:external, ''), external_product), raw_state = :raw,
                       findings = :findings::jsonb, told = coalesce(nullif(:told, '')::jsonb, told), last_code = :code, told_at = :now,
                       claimed_until = null, attempts = case when :failed then attempts else 0 end,
                       due_at = case when changes = :changes then :again::timestamptz else :now end
                 where shop_id = :shop and channel_id = :channel and product_id = :product
                """)
            .param("state", end.state)
            .param("external", end.external == null ? "" : end.external)
            .param("raw", end.raw)
            .param("findings", Json.write(end.findings))
            .param("told", end.told == null ? "" : Json.write(end.told))
            .param("code", end.code)
            .param("failed", end.failed)
            .param("again", end.again == null ? null : end.again.toString())
            .param("changes", of.changes)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", of.product)
            .update();
    }

    static Offer offer(ResultSet row) throws SQLException {
        var told = row.getString("told");
        return new Offer(row.getLong("product_id"), row.getLong("template_id"), Json.read(row.getString("variant"), Content.class),
                row.getBoolean("shown"), row.getString("external_product"), told == null ? null : Json.read(told, Draft.class),
                row.getLong("changes"), row.getInt("attempts"), new Standing(row.getString("state"), row.getString("raw_state"),
                List.of(Json.read(row.getString("findings"), Finding[].class)), row.getString("last_code"), instant(row.getTimestamp("told_at")),
                row.getTimestamp("due_at") != null));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** What somebody wrote; template zero stands for the channel's own. */
    record Written(long product, long template, Content variant) {
    }

    /** A product that a channel shall show. */
    record Wanted(ChannelKey key, long product) {
    }

    record Offer(long product, long template, Content variant, boolean shown, @Nullable String external, @Nullable Draft told, long changes,
            int attempts, Standing standing) {
    }

    /**
     * How it is with an offer.
     *
     * @param rawState what the channel wrote of it
     * @param waiting  whether something is still to be told
     */
    record Standing(String state, @Nullable String rawState, List<Finding> findings, @Nullable String lastCode, @Nullable Instant toldAt,
            boolean waiting) {
    }

    /** How telling a channel ended; null stands for what was not learnt, or for no further try. */
    record End(String state, @Nullable String external, @Nullable String raw, List<Finding> findings, @Nullable Draft told,
            @Nullable String code, @Nullable Instant again, boolean failed) {
    }
}
