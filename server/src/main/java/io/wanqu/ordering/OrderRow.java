package io.wanqu.ordering;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/** An order as it stands in the database, with its lines. */
record OrderRow(ShopId shop, OrderId id, ChannelId channel, @Nullable String externalId, OrderState state, Money total,
        boolean late, @Nullable Instant deadline, List<Line> lines) {

    List<Line> linesIn(String state) {
        return lines.stream().filter(line -> line.state.equals(state)).toList();
    }

    Money sum(List<Line> some) {
        return some.stream().map(Line::amount).reduce(new Money(0, total.currency()), Money::plus);
    }

    /** @param handed units of a line that still waits which its buyer has already */
    record Line(int number, @Nullable String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money unit,
            Money amount, List<Long> chosen, int handed, String state) {

        static final String WAITING = "waiting";
        static final String DELIVERED = "delivered";
        static final String REFUNDING = "refunding";
        static final String REFUNDED = "refunded";

        int missing() {
            return quantity - handed;
        }
    }
}
