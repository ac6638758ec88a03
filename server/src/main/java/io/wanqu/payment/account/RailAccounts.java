package io.wanqu.payment.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.RailAccount;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payment.rail_account table; what it answers may be up to two seconds old. */
@Repository
public class RailAccounts {

    private static final Duration OLD_MAX = Duration.ofSeconds(2);
    private static final int KEPT_MAX = 10_000;
    private static final String SELECT = """
            select shop_id, account_id, rail, channel_id, payee, app, keys, base_uri, state, version
              from payment.rail_account
            """;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Cache<ShopId, List<Stored>> ofShop = Caffeine.newBuilder().expireAfterWrite(OLD_MAX).maximumSize(KEPT_MAX).build();

    RailAccounts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** The account that takes a channel's money on this rail: its own, else the one for all channels. */
    public Optional<RailAccount> find(ShopId shop, ChannelId channel, String rail) {
        return taking(shop, channel).stream().filter(account -> account.rail().equals(rail)).findFirst();
    }

    /** Every account that takes a channel's money, its own ones first, the oldest first. */
    public List<RailAccount> taking(ShopId shop, ChannelId channel) {
        var on = stored(shop).stream().filter(Stored::on).map(Stored::account).toList();
        var found = new HashMap<String, RailAccount>();
        on.stream().filter(account -> account.channel() == null).forEach(account -> found.put(account.rail(), account));
        on.stream().filter(account -> channel.equals(account.channel())).forEach(account -> found.put(account.rail(), account));
        return on.stream().filter(found::containsValue).toList();
    }

    /** All a shop has at a rail, those that take no new payments too. */
    public List<RailAccount> ofRail(ShopId shop, String rail) {
        return list(shop).stream().map(Stored::account).filter(account -> account.rail().equals(rail)).toList();
    }

    /** Whatever its state: a payment that was begun is ended where it was begun. */
    public Optional<RailAccount> byId(long id) {
        return jdbc.sql(SELECT + " where account_id = :account").param("account", id).query((row, n) -> stored(row)).optional()
                .map(Stored::account);
    }

    List<Stored> list(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by account_id").param("shop", shop.value()).query((row, n) -> stored(row)).list();
    }

    /** False when the shop has an account of this rail for these channels already. */
    boolean add(RailAccount account) {
        var added = jdbc.sql("""
                insert into payment.rail_account (shop_id, account_id, rail, channel_id, payee, app, keys, base_uri)
                values (:shop, :account, :rail, :channel, :payee, :app, :keys, :baseUri)
                    on conflict do nothing
                """)
            .param("shop", account.key().shop().value())
            .param("account", account.key().id())
            .param("rail", account.rail())
            .param("channel", account.channel() == null ? null : account.channel().value())
            .param("payee", account.payee())
            .param("app", account.app())
            .param("keys", seal(account.key(), account.keys()))
            .param("baseUri", account.baseUri() == null ? null : account.baseUri().toString())
            .update();
        ofShop.invalidate(account.key().shop());
        return added == 1;
    }

    void replaceKeys(RailAccount.Key key, Keys keys) {
        jdbc.sql("update payment.rail_account set keys = :keys, version = version + 1 where shop_id = :shop and account_id = :account")
            .param("keys", seal(key, keys))
            .param("shop", key.shop().value())
            .param("account", key.id())
            .update();
        ofShop.invalidate(key.shop());
    }

    void turnOff(RailAccount.Key key) {
        jdbc.sql("update payment.rail_account set state = 'off' where shop_id = :shop and account_id = :account")
            .param("shop", key.shop().value())
            .param("account", key.id())
            .update();
        ofShop.invalidate(key.shop());
    }

    private List<Stored> stored(ShopId shop) {
        var kept = ofShop.getIfPresent(shop);
        if (kept == null) {
            kept = list(shop);
            ofShop.put(shop, kept);
        }
        return kept;
    }

    private byte[] seal(RailAccount.Key key, Keys keys) {
        var plain = new HashMap<String, String>();
        keys.names().forEach(name -> plain.put(name, keys.reveal(name)));
        return sealing.seal(key.shop(), row(key), Json.write(new Plain(plain)).getBytes(StandardCharsets.UTF_8));
    }

    private Stored stored(ResultSet row) throws SQLException {
        var key = new RailAccount.Key(new ShopId(row.getLong("shop_id")), row.getLong("account_id"));
        var opened = new String(sealing.open(key.shop(), row(key), row.getBytes("keys")), StandardCharsets.UTF_8);
        var channel = row.getLong("channel_id");
        var account = new RailAccount(key, row.getString("rail"), channel == 0 ? null : new ChannelId(channel), row.getString("payee"),
                row.getString("app"), new Keys(Json.read(opened, Plain.class).keys), uri(row.getString("base_uri")), row.getLong("version"));
        return new Stored(account, row.getString("state").equals("on"));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static String row(RailAccount.Key key) {
        return "payment.rail_account/" + key.id();
    }

    /** An account, and whether it takes new payments. */
    record Stored(RailAccount account, boolean on) {
    }

    private record Plain(Map<String, String> keys) {

        @Override
        public String toString() {
            return "Plain[…]";
        }
    }
}
