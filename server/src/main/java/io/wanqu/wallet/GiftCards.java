package io.wanqu.wallet;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Chart;
import io.wanqu.ledger.LedgerSettings;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.wallet.WalletProblem.NoValue;
import io.wanqu.wallet.Wallets.Cause;
import io.wanqu.wallet.Wallets.Wallet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes with money on them: whoever holds one may put it, or a part of it, into a wallet. */
@Component
class GiftCards {

    /** Without letters and digits that are mistaken for each other. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Wallets wallets;
    private final Limits limits;
    private final Post post;
    private final Bench bench;
    private final SecureRandom random = new SecureRandom();

    GiftCards(JdbcClient jdbc, Sealing sealing, Wallets wallets, Limits limits, Post post, Bench bench) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.wallets = wallets;
        this.limits = limits;
        this.post = post;
        this.bench = bench;
    }

    /** The code is told this once; what it is worth is the shop's promise from now on. */
    public Issued issue(ShopId shop, Money amount, LocalDate until, String by) {
        limits.mustIssue(amount.minor(), until);
        return bench.scope.in(shop, () -> issued(shop, amount, until, by));
    }

    private Issued issued(ShopId shop, Money amount, LocalDate until, String by) {
        var id = bench.ids.next();
        var code = random.ints(LENGTH, 0, LETTERS.length()).collect(StringBuilder::new, (text, n) -> text.append(LETTERS.charAt(n)),
                StringBuilder::append).toString();
        jdbc.sql("""
                insert into wallet.gift_card (shop_id, card_id, sealed, code_hash, amount_minor, left_minor, currency, expires_at, made_by, made_at)
                values (:shop, :card, :sealed, :hash, :amount, :amount, :currency, :until, :by, :now)
                """)
            .param("shop", shop.value())
            .param("card", id)
            .param("sealed", sealing.seal(shop, "wallet.gift_card/" + id, code.getBytes(StandardCharsets.UTF_8)))
            .param("hash", hash(code))
            .param("amount", amount.minor())
            .param("currency", amount.currency().getCurrencyCode())
            .param("until", until.plusDays(1).atStartOfDay(bench.settings.zone()).toOffsetDateTime())
            .param("by", by)
            .param("now", bench.clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        post.post(List.of(new Transfer(shop, "gift-card.issued", id, Chart.PROMOTION.account(), account(id), amount)));
        return new Issued(Long.toString(id), code, amount, until);
    }

    /** @param part how much of it; null for all that is left */
    @Transactional
    public Money redeem(Wallet holder, String code, @Nullable Long part) {
        var wallet = wallets.lock(holder.shop(), holder.id());
        var card = jdbc.sql("""
                select card_id, left_minor, currency, expires_at
                  from wallet.gift_card
                 where shop_id = :shop and code_hash = :hash and state = 'issued'
                   for update
                """)
            .param("shop", wallet.shop().value())
            .param("hash", hash(code))
            .query((row, n) -> new Card(row.getLong("card_id"), Money.of(row.getLong("left_minor"), row.getString("currency")),
                    row.getTimestamp("expires_at").toInstant()))
            .optional()
            .filter(it -> bench.clock.instant().isBefore(it.expiresAt) && it.left.currency().getCurrencyCode().equals(wallet.currency()))
            .orElseThrow(NoValue::new);
        var minor = part == null ? card.left.minor() : part;
        if (minor > card.left.minor()) {
            throw new NoValue();
        }
        limits.mustTake(wallet, minor);
        take(wallet.shop(), card, minor, "used");
        var amount = new Money(minor, card.left.currency());
        wallets.move(wallet, new Cause(Wallets.Kind.GIFT, "gift/" + bench.ids.next(), account(card.id)), amount);
        return amount;
    }

    /** The youngest first; what is sealed stays so. */
    List<Row> below(ShopId shop, long before, int limit) {
        return bench.scope.in(shop, () -> jdbc.sql("""
                select card_id, amount_minor, left_minor, currency, state, expires_at, made_by, made_at
                  from wallet.gift_card
                 where shop_id = :shop and card_id < :before
                 order by card_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Row(Long.toString(row.getLong("card_id")), Money.of(row.getLong("amount_minor"), row.getString("currency")),
                    Money.of(row.getLong("left_minor"), row.getString("currency")), row.getString("state"), row.getTimestamp("expires_at").toInstant(),
                    row.getString("made_by"), row.getTimestamp("made_at").toInstant()))
            .list());
    }

    /** What is left on it is the shop's again; false when there is nothing. */
    public boolean empty(ShopId shop, long id) {
        return bench.scope.in(shop, () -> emptied(shop, id));
    }

    private boolean emptied(ShopId shop, long id) {
        var card = jdbc.sql("select card_id, left_minor, currency, expires_at from wallet.gift_card"
                        + " where shop_id = ? and card_id = ? and state = 'issued' for update")
            .params(shop.value(), id)
            .query((row, n) -> new Card(row.getLong("card_id"), Money.of(row.getLong("left_minor"), row.getString("currency")),
                    row.getTimestamp("expires_at").toInstant()))
            .optional();
        card.ifPresent(it -> {
            take(shop, it, it.left.minor(), "void");
            post.post(List.of(new Transfer(shop, "gift-card.voided", id, account(id), Chart.PROMOTION.account(), it.left)));
        });
        return card.isPresent();
    }

    private void take(ShopId shop, Card card, long minor, String end) {
        jdbc.sql("""
                update wallet.gift_card
                   set left_minor = left_minor - :minor, state = case when left_minor = :minor then :end else state end
                 where shop_id = :shop and card_id = :card
                """)
            .param("minor", minor)
            .param("end", end)
            .param("shop", shop.value())
            .param("card", card.id)
            .update();
    }

    private byte[] hash(String code) {
        return sealing.platformHash("wallet.gift_card", code.strip().replace("-", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static Account account(long card) {
        return Chart.WALLET.account("card-" + card);
    }

    record Issued(String id, String code, Money amount, LocalDate until) {

        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /** A card without its code. */
    record Row(String id, Money amount, Money left, String state, Instant expiresAt, String madeBy, Instant madeAt) {
    }

    private record Card(long id, Money left, Instant expiresAt) {
    }

    /** Numbers, time, and the scope of a shop. */
    @Component
    static class Bench {

        private final Ids ids;
        private final Clock clock;
        private final LedgerSettings settings;
        private final ShopScope scope;

        Bench(Ids ids, Clock clock, LedgerSettings settings, ShopScope scope) {
            this.ids = ids;
            this.clock = clock;
            this.settings = settings;
            this.scope = scope;
        }

        long next() {
            return ids.next();
        }

        Instant now() {
            return clock.instant();
        }
    }
}
