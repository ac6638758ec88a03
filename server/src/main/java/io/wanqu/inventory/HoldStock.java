package io.wanqu.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.inventory.HoldOutcome.Refused;
import io.wanqu.inventory.Holds.Cap;
import io.wanqu.inventory.Holds.Held;
import io.wanqu.inventory.Holds.HeldUnits;
import io.wanqu.inventory.Holds.Holder;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets stock aside for many holders at once, first come first served, each with all its lines or none. */
@Service
public class HoldStock {

    private final Pools pools;
    private final Holds holds;
    private final StockEvents events;
    private final DailyLimits dailyLimits;
    private final HoldPolicy policy;
    private final Clock clock;

    HoldStock(Pools pools, Holds holds, StockEvents events, DailyLimits dailyLimits, HoldPolicy policy, Clock clock) {
        this.pools = pools;
        this.holds = holds;
        this.events = events;
        this.dailyLimits = dailyLimits;
        this.policy = policy;
        this.clock = clock;
    }

    /** Answers in the order of the asks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<HoldOutcome> hold(List<HoldAsk> asks) {
        if (asks.isEmpty()) {
            return List.of();
        }
        holds.lockCaps(asks);
        var replaced = holds.end(replaced(asks)).stream().collect(Collectors.groupingBy(Held::byHolder));
        var locked = pools.lockToHold(keys(asks, replaced.values()));
        var heldBy = holds.heldBy(asks);
        var today = dailyLimits.usesLeft(locked.values());
        var made = new ArrayList<Held>();
        var outcomes = new ArrayList<HoldOutcome>(asks.size());
        for (var ask : asks) {
            var instead = ask.replaces() == null ? List.<Held>of()
                    : replaced.getOrDefault(new Holder(ask.shop(), ask.replaces()), List.of());
            instead.forEach(held -> locked.get(held.poolKey()).release(held.channel(), held.quantity(), held.fromQuota()));
            var refusal = refusal(ask, locked, heldBy, today);
            if (refusal != null) {
                keep(instead, locked, made);
            }
            outcomes.add(refusal != null ? new Refused(refusal) : hold(ask, locked, heldBy, made));
        }
        pools.save(locked.values());
        holds.add(made);
        events.changed(locked.values(), false);
        return outcomes;
    }

    /**
     * Sets what a holder has aside for longer, by as much as it would be held anew now, so that the last units wait for nobody.
     * Answers by how much; nothing where nothing is held.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Duration> extend(ShopId shop, long id, Duration most) {
        var holder = new Holder(shop, id);
        var by = holds.left(holder).stream()
                .map(left -> policy.keep(left.available(), left.loaded()))
                .min(Duration::compareTo)
                .map(keep -> keep.compareTo(most) < 0 ? keep : most);
        by.ifPresent(longer -> holds.extend(holder, longer));
        return by;
    }

    /** A refused order leaves the hold that it would have replaced as it was. */
    private static void keep(List<Held> instead, Map<PoolKey, Pool> locked, List<Held> made) {
        for (var held : instead) {
            var fromQuota = locked.get(held.poolKey()).hold(held.channel(), held.quantity());
            made.add(new Held(held.shop(), held.holder(), held.line(), held.pool(), held.channel(), held.quantity(), fromQuota,
                    held.until(), held.who()));
        }
    }

    private static Set<Holder> replaced(List<HoldAsk> asks) {
        return asks.stream().filter(ask -> ask.replaces() != null)
                .map(ask -> new Holder(ask.shop(), Objects.requireNonNull(ask.replaces())))
                .collect(Collectors.toSet());
    }

    private static Set<PoolKey> keys(List<HoldAsk> asks, Collection<List<Held>> replaced) {
        var keys = new LinkedHashSet<PoolKey>();
        asks.forEach(ask -> ask.lines().forEach(line -> keys.add(new PoolKey(ask.shop(), line.pool()))));
        replaced.forEach(held -> held.forEach(it -> keys.add(it.poolKey())));
        return keys;
    }

    private HoldOutcome hold(HoldAsk ask, Map<PoolKey, Pool> locked, HeldUnits heldBy, List<Held> made) {
        var until = ask.until() != null ? ask.until() : until(ask, locked);
        for (var line : ask.lines()) {
            var pool = locked.get(new PoolKey(ask.shop(), line.pool()));
            var fromQuota = pool.hold(ask.channel(), line.quantity());
            made.add(new Held(ask.shop(), ask.holder(), line.line(), line.pool(), ask.channel(), line.quantity(), fromQuota,
                    until, ask.who()));
        }
        caps(ask).forEach(cap -> ask.lines().forEach(line -> heldBy.add(cap, line.pool(), line.quantity())));
        return new HoldOutcome.Held(until);
    }

    /** The scarcest pool of an order decides for how long it is held. */
    private Instant until(HoldAsk ask, Map<PoolKey, Pool> locked) {
        return ask.lines().stream()
                .map(line -> locked.get(new PoolKey(ask.shop(), line.pool())).counts())
                .map(counts -> policy.keep(counts.available(), counts.loaded()))
                .min(Duration::compareTo)
                .map(clock.instant()::plus)
                .orElseThrow();
    }

    private @Nullable InventoryProblem refusal(HoldAsk ask, Map<PoolKey, Pool> locked, HeldUnits heldBy,
            Map<PoolKey, Long> today) {
        var wantedByPool = ask.lines().stream()
                .collect(Collectors.groupingBy(HoldAsk.Line::pool, Collectors.summingInt(HoldAsk.Line::quantity)));
        for (var wanted : wantedByPool.entrySet()) {
            var pool = locked.get(new PoolKey(ask.shop(), wanted.getKey()));
            if (pool == null) {
                return new InventoryProblem.UnknownPool(wanted.getKey());
            }
            var sellable = DailyLimits.sellable(pool, ask.channel(), today);
            var left = ask.first() ? sellable : Math.max(0, sellable - pool.counts().waiting());
            if (left < wanted.getValue()) {
                return new InventoryProblem.OutOfStock(wanted.getKey(), wanted.getValue(), left);
            }
            var held = tooMany(ask, wanted.getKey(), wanted.getValue(), pool, heldBy);
            if (held != null) {
                return held;
            }
        }
        return null;
    }

    /** A cap is for all that somebody holds in the shop; a share is of the one pool, and never stands in the way of a first order. */
    private @Nullable InventoryProblem tooMany(HoldAsk ask, PoolId id, int wanted, Pool pool, HeldUnits heldBy) {
        var counts = pool.counts();
        for (var cap : caps(ask)) {
            var most = policy.cap(most(cap), counts.available(), counts.loaded());
            if (heldBy.inAll(cap) + units(ask) > most) {
                return new InventoryProblem.TooManyHeld(cap.by(), most);
            }
            var share = policy.share(cap.by(), counts.loaded());
            var here = heldBy.in(cap, id);
            if (here > 0 && here + wanted > share) {
                return new InventoryProblem.TooManyHeld(cap.by(), share);
            }
        }
        return null;
    }

    private int most(Cap cap) {
        return switch (cap.by()) {
            case "person" -> policy.perPerson();
            case "device" -> policy.perDevice();
            case "address" -> policy.perAddress();
            default -> policy.perRange();
        };
    }

    private static int units(HoldAsk ask) {
        return ask.lines().stream().mapToInt(HoldAsk.Line::quantity).sum();
    }

    private static List<Cap> caps(HoldAsk ask) {
        var caps = new ArrayList<Cap>(4);
        add(caps, Cap.of(ask.shop(), "person", ask.who().person()));
        add(caps, Cap.of(ask.shop(), "device", ask.who().device()));
        add(caps, Cap.of(ask.shop(), "address", ask.who().address()));
        add(caps, Cap.of(ask.shop(), "range", ask.who().range()));
        return caps;
    }

    private static void add(List<Cap> caps, @Nullable Cap cap) {
        if (cap != null) {
            caps.add(cap);
        }
    }
}
