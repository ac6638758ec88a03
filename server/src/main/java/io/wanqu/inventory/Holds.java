package io.wanqu.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import io.wanqu.inventory.HoldAsk.Who;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Share.FromQuota;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The inventory.hold table. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Holds {

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Held> holds) {
        if (holds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into inventory.hold
                       (shop_id, holder, line, pool_id, channel_id, quantity, from_quota, quota_version, until, person, device,
                        address, range)
                select shop_id, holder, line, pool_id, channel_id, quantity, from_quota, quota_version, to_timestamp(until_millis / 1000.0),
                       person, device, address, range
                  from unnest(:shops, :holders, :lines, :pools, :channels, :quantities, :fromQuota, :versions, :untilMillis,
                              :persons, :devices, :addresses, :ranges)
                    as row (shop_id, holder, line, pool_id, channel_id, quantity, from_quota, quota_version, until_millis,
                            person, device, address, range)
                """)
            .params(Columns.of(holds)
                    .longs("shops", hold -> hold.shop.value())
                    .longs("holders", Held::holder)
                    .ints("lines", Held::line)
                    .longs("pools", hold -> hold.pool.value())
                    .longs("channels", hold -> hold.channel.value())
                    .ints("quantities", Held::quantity)
                    .ints("fromQuota", hold -> hold.fromQuota.units())
                    .longs("versions", hold -> hold.fromQuota.version())
                    .longs("untilMillis", hold -> hold.until.toEpochMilli())
                    .nullableLongs("persons", hold -> hold.who.person())
                    .nullableLongs("devices", hold -> hold.who.device())
                    .nullableLongs("addresses", hold -> hold.who.address())
                    .nullableLongs("ranges", hold -> hold.who.range())
                    .params())
            .update();
    }

    /** Ends these holders' holds; whoever ends a hold must move its units in the same transaction. */
    List<Held> end(Collection<Holder> holders) {
        return holders.isEmpty() ? List.of() : jdbc.sql("""
                delete from inventory.hold
                 using unnest(:shops, :holders) as ended (shop_id, holder)
                 where hold.shop_id = ended.shop_id and hold.holder = ended.holder
                returning hold.shop_id, hold.holder, line, pool_id, channel_id, quantity, from_quota, quota_version, until
                """)
            .params(Columns.of(List.copyOf(holders)).longs("shops", it -> it.shop.value()).longs("holders", Holder::holder).params())
            .query((row, n) -> new Held(new ShopId(row.getLong("shop_id")), row.getLong("holder"), row.getInt("line"),
                    new PoolId(row.getLong("pool_id")), new ChannelId(row.getLong("channel_id")), row.getInt("quantity"),
                    new FromQuota(row.getInt("from_quota"), row.getLong("quota_version")), row.getTimestamp("until").toInstant(), Who.NOBODY))
            .list();
    }

    /** What is left in the pools of which this holder has something. */
    List<Left> left(Holder holder) {
        return jdbc.sql("""
                select available, loaded
                  from inventory.hold
                  join inventory.pool using (shop_id, pool_id)
                 where shop_id = :shop and holder = :holder
                """)
            .param("shop", holder.shop.value())
            .param("holder", holder.holder)
            .query((row, n) -> new Left(row.getLong("available"), row.getLong("loaded")))
            .list();
    }

    void extend(Holder holder, Duration by) {
        jdbc.sql("update inventory.hold set until = until + make_interval(secs => :seconds) where shop_id = :shop and holder = :holder")
            .param("seconds", by.toSeconds())
            .param("shop", holder.shop.value())
            .param("holder", holder.holder)
            .update();
    }

    /** Makes everybody who counts against the same cap wait for each other until the end of the transaction. */
    void lockCaps(Collection<HoldAsk> asks) {
        var keys = asks.stream().map(HoldAsk::who)
                .mapMulti((Who who, Consumer<Long> each) -> {
                    accept(who.person(), each);
                    accept(who.device(), each);
                    accept(who.address(), each);
                    accept(who.range(), each);
                })
                .distinct().sorted().mapToLong(Long::longValue).toArray();
        if (keys.length > 0) {
            jdbc.sql("select count(pg_advisory_xact_lock(key)) from (select unnest(:keys) as key) as sorted")
                .param("keys", keys).query(Long.class).single();
        }
    }

    private static void accept(@Nullable Long key, Consumer<Long> each) {
        if (key != null) {
            each.accept(key);
        }
    }

    /** Units held now, by person, device, address and network of these asks; one statement for all of them. */
    HeldUnits heldBy(Collection<HoldAsk> asks) {
        var persons = caps(asks, "person", Who::person);
        var devices = caps(asks, "device", Who::device);
        var addresses = caps(asks, "address", Who::address);
        var ranges = caps(asks, "range", Who::range);
        var held = new HeldUnits();
        if (persons.isEmpty() && devices.isEmpty() && addresses.isEmpty() && ranges.isEmpty()) {
            return held;
        }
        jdbc.sql("""
                select 'person' as by, hold.shop_id, person as key, pool_id, sum(quantity) as units
                  from unnest(:personShops, :persons) as asked (shop_id, person)
                  join inventory.hold using (shop_id, person)
                 group by hold.shop_id, person, pool_id
                union all
                select 'device', hold.shop_id, device, pool_id, sum(quantity)
                  from unnest(:deviceShops, :devices) as asked (shop_id, device)
                  join inventory.hold using (shop_id, device)
                 group by hold.shop_id, device, pool_id
                union all
                select 'address', hold.shop_id, address, pool_id, sum(quantity)
                  from unnest(:addressShops, :addresses) as asked (shop_id, address)
                  join inventory.hold using (shop_id, address)
                 group by hold.shop_id, address, pool_id
                union all
                select 'range', hold.shop_id, range, pool_id, sum(quantity)
                  from unnest(:rangeShops, :ranges) as asked (shop_id, range)
                  join inventory.hold using (shop_id, range)
                 group by hold.shop_id, range, pool_id
                """)
            .params(Columns.of(persons).longs("personShops", cap -> cap.shop.value()).longs("persons", Cap::key).params())
            .params(Columns.of(devices).longs("deviceShops", cap -> cap.shop.value()).longs("devices", Cap::key).params())
            .params(Columns.of(addresses).longs("addressShops", cap -> cap.shop.value()).longs("addresses", Cap::key).params())
            .params(Columns.of(ranges).longs("rangeShops", cap -> cap.shop.value()).longs("ranges", Cap::key).params())
            .query(row -> {
                held.add(new Cap(new ShopId(row.getLong("shop_id")), row.getString("by"), row.getLong("key")), new PoolId(row.getLong("pool_id")),
                        row.getLong("units"));
            });
        return held;
    }

    private static List<Cap> caps(Collection<HoldAsk> asks, String by, Function<Who, @Nullable Long> key) {
        return asks.stream()
                .map(ask -> Cap.of(ask.shop(), by, key.apply(ask.who())))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    record Held(ShopId shop, long holder, int line, PoolId pool, ChannelId channel, int quantity, FromQuota fromQuota,
            Instant until, Who who) {

        PoolKey poolKey() {
            return new PoolKey(shop, pool);
        }

        Holder byHolder() {
            return new Holder(shop, holder);
        }
    }

    record Holder(ShopId shop, long holder) {
    }

    record Left(long available, long loaded) {
    }

    /** Against what units are counted: a person, a device, an address or a network in a shop. */
    record Cap(ShopId shop, String by, long key) {

        static @Nullable Cap of(ShopId shop, String by, @Nullable Long key) {
            return key == null ? null : new Cap(shop, by, key);
        }
    }

    /** Units that count against somebody, in each pool of the shop. */
    static final class HeldUnits {

        private final Map<Cap, Map<PoolId, Long>> units = new HashMap<>();

        void add(Cap cap, PoolId pool, long more) {
            units.computeIfAbsent(cap, it -> new HashMap<>()).merge(pool, more, Long::sum);
        }

        long in(Cap cap, PoolId pool) {
            return units.getOrDefault(cap, Map.of()).getOrDefault(pool, 0L);
        }

        long inAll(Cap cap) {
            return units.getOrDefault(cap, Map.of()).values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
