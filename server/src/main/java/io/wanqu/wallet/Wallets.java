package io.wanqu.wallet;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Chart;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.wallet.WalletProblem.NotEnough;
import io.wanqu.wallet.WalletProblem.UnknownWallet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of wallets and their movements; a movement and its posting are written together, under the wallet's lock. */
@Repository
class Wallets {

    private static final String SELECT = "select shop_id, wallet_id, kind, real_name, currency, balance_minor from wallet.wallet";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Post post;
    private final Ids ids;
    private final Clock clock;

    Wallets(JdbcClient jdbc, Sealing sealing, Post post, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.post = post;
        this.ids = ids;
        this.clock = clock;
    }

    long add(ShopId shop, String key, @Nullable String contact, String currency) {
        var id = ids.next();
        jdbc.sql("""
                insert into wallet.wallet (shop_id, wallet_id, key_hash, kind, contact, currency, made_at)
                values (:shop, :id, :key, :kind, :contact, :currency, :now)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("key", hash(shop, key))
            .param("kind", contact == null ? "bearer" : "registered")
            .param("contact", contact == null ? null : sealing.seal(shop, "wallet.wallet/" + id, contact.getBytes(StandardCharsets.UTF_8)))
            .param("currency", currency)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        return id;
    }

    Wallet byKey(ShopId shop, @Nullable String key) {
        return jdbc.sql(SELECT + " where shop_id = :shop and key_hash = :key")
            .param("shop", shop.value())
            .param("key", hash(shop, key == null ? "" : key))
            .query(Wallets::row)
            .optional()
            .orElseThrow(UnknownWallet::new);
    }

    /** Until the end of the transaction nobody else moves its money. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Wallet lock(ShopId shop, long wallet) {
        return jdbc.sql(SELECT + " where shop_id = :shop and wallet_id = :wallet for update")
            .param("shop", shop.value())
            .param("wallet", wallet)
            .query(Wallets::row)
            .optional()
            .orElseThrow(UnknownWallet::new);
    }

    /** Moves money of a locked wallet; false when this source moved it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(Wallet wallet, Cause cause, Money amount) {
        var into = cause.kind != Kind.PAYMENT;
        if (known(wallet.shop, cause.source)) {
            return false;
        }
        if (!into && wallet.balance < amount.minor()) {
            throw new NotEnough(amount.minor(), wallet.balance);
        }
        var balance = into ? Math.addExact(wallet.balance, amount.minor()) : wallet.balance - amount.minor();
        jdbc.sql("update wallet.wallet set balance_minor = ? where shop_id = ? and wallet_id = ?")
                .params(balance, wallet.shop.value(), wallet.id).update();
        jdbc.sql("""
                insert into wallet.movement (shop_id, movement_id, wallet_id, kind, source, amount_minor, balance_minor, settled, made_at)
                values (:shop, :id, :wallet, :kind, :source, :amount, :balance, :settled, :now)
                """)
            .param("shop", wallet.shop.value())
            .param("id", ids.next())
            .param("wallet", wallet.id)
            .param("kind", cause.kind.name().toLowerCase(Locale.ROOT))
            .param("source", cause.source)
            .param("amount", into ? amount.minor() : -amount.minor())
            .param("balance", balance)
            .param("settled", into)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        var own = Chart.WALLET.account(Long.toString(wallet.id));
        post.post(List.of(new Transfer(wallet.shop, "wallet." + cause.source, wallet.id, into ? cause.other : own, into ? own : cause.other, amount)));
        return true;
    }

    boolean known(ShopId shop, String source) {
        return jdbc.sql("select exists (select 1 from wallet.movement where shop_id = ? and source = ?)")
                .params(shop.value(), source).query(Boolean.class).single();
    }

    /** Whose money paid this. */
    Optional<Long> payer(ShopId shop, String source) {
        return jdbc.sql("select wallet_id from wallet.movement where shop_id = ? and source = ?").params(shop.value(), source)
                .query(Long.class).optional();
    }

    /** What came in since a moment, refunds apart. */
    long loadedSince(Wallet wallet, Instant since) {
        return jdbc.sql("""
                select coalesce(sum(amount_minor), 0)::bigint
                  from wallet.movement
                 where shop_id = :shop and wallet_id = :wallet and kind in ('top_up', 'gift') and made_at >= :since
                """)
            .param("shop", wallet.shop.value())
            .param("wallet", wallet.id)
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    }

    List<Movement> statement(Wallet wallet, long before, int limit) {
        return jdbc.sql("""
                select movement_id, kind, source, amount_minor, balance_minor, made_at
                  from wallet.movement
                 where shop_id = :shop and wallet_id = :wallet and movement_id < :before
                 order by movement_id desc
                 limit :limit
                """)
            .param("shop", wallet.shop.value())
            .param("wallet", wallet.id)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Movement(Long.toString(row.getLong("movement_id")), row.getString("kind"), row.getString("source"),
                    row.getLong("amount_minor"), row.getLong("balance_minor"), row.getTimestamp("made_at").toInstant()))
            .list();
    }

    private byte[] hash(ShopId shop, String key) {
        return sealing.hash(shop, "wallet.key", key.getBytes(StandardCharsets.UTF_8));
    }

    private static Wallet row(ResultSet row, int n) throws SQLException {
        return new Wallet(new ShopId(row.getLong("shop_id")), row.getLong("wallet_id"), row.getString("kind"), row.getBoolean("real_name"),
                row.getString("currency"), row.getLong("balance_minor"));
    }

    record Wallet(ShopId shop, long id, String kind, boolean realName, String currency, long balance) {
    }

    record Movement(String id, String kind, String source, long amountMinor, long balanceMinor, Instant at) {
    }

    enum Kind {
        TOP_UP, GIFT, PAYMENT, REFUND
    }

    /**
     * Why money moves.
     *
     * @param source moves it once
     * @param other  the account on the other side
     */
    record Cause(Kind kind, String source, Account other) {
    }
}
