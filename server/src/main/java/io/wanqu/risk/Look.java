package io.wanqu.risk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.risk.RiskAsk.Act;
import io.wanqu.risk.count.Counters;
import io.wanqu.risk.count.Deed;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.count.Window;
import io.wanqu.risk.list.KnownListed;
import io.wanqu.risk.rule.FactNames;
import io.wanqu.risk.rule.Facts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees who asks for what, counts it, and says what is known. */
@Component
class Look {

    private static final List<Dimension> CROWDED = List.of(Dimension.DEVICE, Dimension.ADDRESS, Dimension.RANGE);
    private static final int EXTRA_BITS_MAX = 6;

    private final Keys keys;
    private final Counters counters;
    private final KnownListed listed;
    private final RiskSettings settings;
    private final Clock clock;

    Look(Keys keys, Counters counters, KnownListed listed, RiskSettings settings, Clock clock) {
        this.keys = keys;
        this.counters = counters;
        this.listed = listed;
        this.settings = settings;
        this.clock = clock;
    }

    Map<Dimension, Long> keys(RiskAsk ask) {
        return keys.of(ask.shop(), ask.who());
    }

    /** What is asked for counts too, but once: who comes back with the proof that he was asked for was counted before. */
    Facts facts(RiskAsk ask, Map<Dimension, Long> who) {
        if (!ask.proven()) {
            count(ask, who);
        }
        var facts = new Facts()
                .number(FactNames.TOTAL, ask.basket().totalMinor())
                .number(FactNames.QUANTITY, ask.basket().quantity())
                .number(FactNames.HOUR, clock.instant().atZone(settings.zone()).getHour())
                .number(FactNames.PROVEN, ask.proven() ? 1 : 0)
                .number(FactNames.SIGNED_IN, ask.who().account() == null ? 0 : 1)
                .number(FactNames.ACCOUNT_AGE, ageHours(ask.who().account()))
                .number(FactNames.ALLOWED, listed(ask, who, true))
                .number(FactNames.DENIED, listed(ask, who, false))
                .names(FactNames.ACT, List.of(ask.act().text()))
                .names(FactNames.CHANNEL, List.of(ask.channel().text()))
                .names(FactNames.SKU, ask.basket().skus().stream().map(sku -> sku.text()).toList());
        for (var count : FactNames.COUNTS) {
            addCounts(facts, ask, who, count);
        }
        return facts;
    }

    /** The number of an account says when it was made, so nothing is asked. */
    private double ageHours(@Nullable AccountId account) {
        return account == null ? 0 : Math.max(0, Duration.between(Ids.madeAt(account.value()), clock.instant()).toMinutes() / 60.0);
    }

    private void count(RiskAsk ask, Map<Dimension, Long> who) {
        var deed = ask.act() == Act.PAY ? Deed.PAYMENTS : Deed.ORDERS;
        who.forEach((by, key) -> counters.add(ask.shop(), by, key, deed));
        var person = who.get(Dimension.PERSON);
        if (person != null) {
            CROWDED.stream().filter(who::containsKey).forEach(by -> counters.addPerson(ask.shop(), by, who.get(by), person));
        }
        if (ask.act() != Act.PAY) {
            ask.basket().skus().forEach(sku -> counters.add(ask.shop(), Dimension.SKU, sku.value(), Deed.ORDERS));
            counters.add(ask.shop(), Dimension.CHANNEL, ask.channel().value(), Deed.ORDERS);
        }
    }

    private void addCounts(Facts facts, RiskAsk ask, Map<Dimension, Long> who, FactNames.Count count) {
        for (var window : Window.values()) {
            var value = switch (count.by()) {
                case CHANNEL -> counters.count(ask.shop(), count.by(), ask.channel().value(), count.deed(), window);
                case SKU -> ask.basket().skus().stream()
                        .mapToDouble(sku -> counters.count(ask.shop(), count.by(), sku.value(), count.deed(), window)).max().orElse(0);
                case PERSON, DEVICE, ADDRESS, RANGE, PAYER -> who.containsKey(count.by())
                        ? counters.count(ask.shop(), count.by(), who.get(count.by()), count.deed(), window) : 0;
            };
            facts.number(count.names().get(window.ordinal()), value);
        }
    }

    /** On the shop's own lists, and on the platform's, whose hashes are its own. */
    private long listed(RiskAsk ask, Map<Dimension, Long> who, boolean allow) {
        var own = listed.count(ask.shop(), who, allow);
        return listed.any(ShopId.PLATFORM) ? own + listed.count(ShopId.PLATFORM, keys.of(ShopId.PLATFORM, ask.who()), allow) : own;
    }

    /** Each doubling of the challenges that an address was put makes the next one a bit harder. */
    int challenged(RiskAsk ask, Map<Dimension, Long> who) {
        var address = who.containsKey(Dimension.ADDRESS) ? Dimension.ADDRESS : Dimension.DEVICE;
        var key = who.get(address);
        if (key == null) {
            return 0;
        }
        counters.add(ask.shop(), address, key, Deed.CHALLENGED);
        var before = counters.count(ask.shop(), address, key, Deed.CHALLENGED, Window.TEN_MINUTES) / 8;
        return before < 1 ? 0 : Math.min(EXTRA_BITS_MAX, (int) (Math.log(before) / Math.log(2)) + 1);
    }
}
