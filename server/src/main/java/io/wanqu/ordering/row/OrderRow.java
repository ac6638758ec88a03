package io.wanqu.ordering.row;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.OrderState;

import org.jspecify.annotations.Nullable;

/** An order as it stands in the database, with its lines. */
public record OrderRow(ShopId shop, OrderId id, ChannelId channel, @Nullable String externalId, OrderState state, Money total,
        boolean late, @Nullable Instant deadline, @Nullable Review review, List<Line> lines) {

    public List<Line> linesIn(String state) {
        return lines.stream().filter(line -> line.state.equals(state)).toList();
    }

    public Money sum(List<Line> some) {
        return some.stream().map(Line::amount).reduce(new Money(0, total.currency()), Money::plus);
    }

    /** A person is to look at it before it is handed over: after so many hours without a word it is released, or its money goes back. */
    public record Review(int hours, boolean release) {
    }

    /** @param handed units of a line that still waits which its buyer has already */
    public record Line(int number, @Nullable String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money unit,
            Money amount, List<Long> chosen, int handed, String state) {

        public static final String WAITING = "waiting";
        public static final String DELIVERED = "delivered";
        public static final String REFUNDING = "refunding";
        public static final String REFUNDED = "refunded";

        public int missing() {
            return quantity - handed;
        }
    }
}
