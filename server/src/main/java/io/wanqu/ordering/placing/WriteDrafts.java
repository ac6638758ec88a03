package io.wanqu.ordering.placing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.wanqu.kernel.Columns;
import io.wanqu.ordering.TermsOfSale;
import io.wanqu.ordering.row.OrderSecrets;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Last step of placing: one statement for the orders, one for their lines. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WriteDrafts {

    private final JdbcClient jdbc;
    private final OrderSecrets secrets;
    private final TermsOfSale terms;

    WriteDrafts(JdbcClient jdbc, OrderSecrets secrets, TermsOfSale terms) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.terms = terms;
    }

    /** Writes orders of the own page; a request key that another transaction wrote meanwhile fails the batch, which is tried again. */
    void write(Map<Draft, PlaceAsk> asks) {
        write(asks.keySet().stream().filter(Draft::open).toList(), asks::get);
    }

    /** Writes orders that stand on a channel. */
    void write(List<Draft> drafts) {
        write(drafts, draft -> null);
    }

    private void write(List<Draft> drafts, Function<Draft, @Nullable PlaceAsk> askOf) {
        if (drafts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into ordering.customer_order
                       (shop_id, order_id, channel_id, external_id, state, currency, total_minor, contact, password_hash,
                        request_key, fingerprint, deadline, commission_bp, review_hours, review_releases)
                select shop_id, order_id, channel_id, external_id, 'placed', currency, total_minor, contact, password_hash,
                       request_key, fingerprint, to_timestamp(deadline_millis / 1000.0), commission_bp,
                       nullif(review_hours, 0), case when review_hours > 0 then review_releases end
                  from unnest(:shops, :orders, :channels, :externals, :currencies, :totals, :contacts, :passwords, :keys,
                              :fingerprints, :deadlines, :commissions, :reviewHours, :reviewReleases)
                    as row (shop_id, order_id, channel_id, external_id, currency, total_minor, contact, password_hash,
                            request_key, fingerprint, deadline_millis, commission_bp, review_hours, review_releases)
                """)
            .params(Columns.of(drafts)
                    .longs("shops", it -> it.shop.value())
                    .longs("orders", it -> it.order.value())
                    .longs("channels", it -> it.channel.value())
                    .texts("externals", it -> it.externalId)
                    .texts("currencies", it -> it.total().currency().getCurrencyCode())
                    .longs("totals", it -> it.total().minor())
                    .bytes("contacts", it -> contact(it, askOf.apply(it)))
                    .bytes("passwords", it -> password(it, askOf.apply(it)))
                    .bytes("keys", it -> requestKey(askOf.apply(it)))
                    .bytes("fingerprints", it -> fingerprint(askOf.apply(it)))
                    .longs("deadlines", it -> it.payUntil().toEpochMilli())
                    .ints("reviewHours", it -> it.review == null ? 0 : it.review.hours())
                    .booleans("reviewReleases", it -> it.review != null && it.review.release())
                    .ints("commissions", it -> terms.commissionBasisPoints(it.shop, it.channel))
                    .params())
            .update();
        writeLines(drafts.stream().flatMap(draft -> draft.lines.stream().map(line -> new OrderLine(draft, line))).toList());
    }

    private void writeLines(List<OrderLine> lines) {
        jdbc.sql("""
                insert into ordering.order_line
                       (shop_id, order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor, amount_minor, chosen)
                select shop_id, order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor, amount_minor,
                       case when chosen = '' then null else string_to_array(chosen, ',')::bigint[] end
                  from unnest(:shops, :orders, :lines, :externals, :skus, :pools, :names, :quantities, :units, :amounts, :chosen)
                    as row (shop_id, order_id, line, external_line, sku_id, pool_id, name, quantity, unit_minor, amount_minor,
                            chosen)
                """)
            .params(Columns.of(lines)
                    .longs("shops", it -> it.draft.shop.value())
                    .longs("orders", it -> it.draft.order.value())
                    .ints("lines", it -> it.line.number())
                    .texts("externals", it -> it.line.externalLine())
                    .longs("skus", it -> it.line.sku().value())
                    .longs("pools", it -> it.line.pool().value())
                    .texts("names", it -> it.line.name())
                    .ints("quantities", it -> it.line.quantity())
                    .longs("units", it -> it.line.unit().minor())
                    .longs("amounts", it -> it.line.amount().minor())
                    .texts("chosen", it -> String.join(",", it.line.chosen().stream().map(String::valueOf).toList()))
                    .params())
            .update();
    }

    private byte @Nullable [] contact(Draft draft, @Nullable PlaceAsk ask) {
        return ask == null ? null : secrets.sealContact(draft.shop, draft.order, ask.buyer().contact());
    }

    private byte @Nullable [] password(Draft draft, @Nullable PlaceAsk ask) {
        return ask == null ? null : secrets.hashPassword(draft.shop, draft.order, ask.buyer().password());
    }

    private static byte @Nullable [] requestKey(@Nullable PlaceAsk ask) {
        return ask == null ? null : OrderSecrets.digest(ask.requestKey());
    }

    private static byte @Nullable [] fingerprint(@Nullable PlaceAsk ask) {
        return ask == null ? null : Repeats.fingerprint(ask);
    }

    private record OrderLine(Draft draft, Draft.Line line) {
    }
}
