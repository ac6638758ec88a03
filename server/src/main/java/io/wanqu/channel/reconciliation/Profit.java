package io.wanqu.channel.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.wanqu.channel.ChannelSettings;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.ChannelSales;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what each channel earned: sales, less what went back, the channel's fee, and what the goods cost where that is known. */
@Component
class Profit {

    private static final long WHOLE = 10_000;

    private final ChannelSales sales;
    private final Fees fees;
    private final ChannelSettings settings;

    Profit(ChannelSales sales, Fees fees, ChannelSettings settings) {
        this.sales = sales;
        this.fees = fees;
        this.settings = settings;
    }

    List<Figures> of(ShopId shop, LocalDate from, LocalDate to) {
        var rates = fees.fees(shop);
        var costs = fees.costs(shop);
        var byChannel = new TreeMap<Long, Figures>();
        var keptByDay = new TreeMap<Long, NavigableMap<LocalDate, Long>>();
        for (var sold : sales.sold(shop, from, to, settings.zone())) {
            var cost = at(costs.get(sold.sku().value()), sold.day());
            byChannel.merge(sold.channel().value(), new Figures(sold.channel(), sold.salesMinor(), sold.refundsMinor(), sold.defects(), 0,
                    cost == null ? 0 : cost * sold.units(), cost == null ? sold.units() : 0, 0), Figures::plus);
            keptByDay.computeIfAbsent(sold.channel().value(), channel -> new TreeMap<>())
                    .merge(sold.day(), sold.salesMinor() - sold.refundsMinor(), Long::sum);
        }
        keptByDay.forEach((channel, days) -> days.forEach((day, kept) -> {
            var rate = at(rates.get(channel), day);
            byChannel.computeIfPresent(channel, (id, figures) -> figures.fee(rate == null ? 0 : fee(kept, rate)));
        }));
        return byChannel.values().stream().map(Figures::result).toList();
    }

    /** A day's fee, rounded half up once a day and not once an order. */
    private static long fee(long keptMinor, long basisPoints) {
        return Math.floorDiv(Math.multiplyExact(keptMinor, basisPoints) + WHOLE / 2, WHOLE);
    }

    private static @Nullable Long at(@Nullable NavigableMap<LocalDate, Long> dated, LocalDate day) {
        var entry = dated == null ? null : dated.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    /**
     * All amounts in the shop's smallest unit.
     *
     * @param defects      orders that are disputed or were replaced
     * @param unitsUnknown kept units whose cost nobody named, so that the result is too high by what they cost
     */
    record Figures(ChannelId channel, long salesMinor, long refundsMinor, long defects, long feeMinor, long costMinor, long unitsUnknown,
            long resultMinor) {

        Figures plus(Figures other) {
            return new Figures(channel, salesMinor + other.salesMinor, refundsMinor + other.refundsMinor, defects + other.defects,
                    feeMinor + other.feeMinor, costMinor + other.costMinor, unitsUnknown + other.unitsUnknown, 0);
        }

        Figures fee(long minor) {
            return new Figures(channel, salesMinor, refundsMinor, defects, feeMinor + minor, costMinor, unitsUnknown, 0);
        }

        Figures result() {
            return new Figures(channel, salesMinor, refundsMinor, defects, feeMinor, costMinor, unitsUnknown,
                    salesMinor - refundsMinor - feeMinor - costMinor);
        }
    }
}
