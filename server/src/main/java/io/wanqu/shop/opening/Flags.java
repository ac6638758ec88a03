package io.wanqu.shop.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts who opens more shops than looks healthy. A flag decides nothing; it asks a person to look. */
@Component
class Flags {

    private static final Duration WEEK = Duration.ofDays(7);

    private final HoldingRules rules;
    private final Holdings holdings;
    private final Shop.Activity activity;
    private final ShopSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Flags(HoldingRules rules, Holdings holdings, Shop.Activity activity, ShopSettings settings, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.holdings = holdings;
        this.activity = activity;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Flag> all() {
        var flags = new ArrayList<Flag>();
        var owners = holdings.ofSeveral();
        var idle = idle(owners.values());
        owners.forEach((account, shops) -> {
            var most = rules.most(rules.kindOf(account));
            if (shops.size() > most) {
                flags.add(new Flag("more-than-the-rule", account.text(), shops.size(), most, shops));
            }
            var sleeping = shops.stream().filter(idle::contains).toList();
            if (sleeping.size() > settings.idleMax()) {
                flags.add(new Flag("idle-shops", account.text(), sleeping.size(), settings.idleMax(), sleeping));
            }
        });
        flags.addAll(crowded("opened-in-a-week", "account_id::text", settings.openedPerWeekMax()));
        flags.addAll(crowded("opened-from-one-place", "encode(origin, 'hex')", settings.openedPerOriginMax()));
        return flags;
    }

    private Set<ShopId> idle(Collection<List<ShopId>> owned) {
        var shops = owned.stream().flatMap(List::stream).toList();
        var since = clock.instant().minus(settings.idleAfter());
        var idle = new HashSet<ShopId>();
        openedBefore(shops, since).forEach(idle::add);
        activity.soldSince(shops, since).forEach(idle::remove);
        return idle;
    }

    private List<ShopId> openedBefore(List<ShopId> shops, Instant since) {
        return jdbc.sql("select shop_id from shop.shop where shop_id = any(:shops) and opened_at < :since")
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .param("since", since.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    private List<Flag> crowded(String what, String by, int most) {
        return jdbc.sql("""
                select who, array_agg(opened order by opened) as shops
                  from (select %s as who, opened
                          from shop.application
                         where state = 'approved'
                           and decided_at > :since) as lately
                 where who is not null
                 group by who
                having count(*) > :most
                 order by who
                """.formatted(by))
            .param("since", clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC))
            .param("most", most)
            .query((row, n) -> {
                var shops = List.of((Long[]) row.getArray("shops").getArray()).stream().map(ShopId::new).toList();
                return new Flag(what, what.endsWith("place") ? null : row.getString("who"), shops.size(), most, shops);
            })
            .list();
    }

    /**
     * Somebody or some place with too many shops.
     *
     * @param kind    what is too much: more-than-the-rule, idle-shops, opened-in-a-week or opened-from-one-place
     * @param account absent where only the place is the same
     */
    record Flag(String kind, @Nullable String account, int count, int most, List<ShopId> shops) {
    }
}
