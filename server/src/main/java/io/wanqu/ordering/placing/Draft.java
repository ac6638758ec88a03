package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.ChannelSale;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderRow;

import org.jspecify.annotations.Nullable;

/** An order on its way through the steps of a batch: each step adds what it knows, or refuses it. */
public final class Draft {

    public final ShopId shop;
    public final ChannelId channel;
    public final OrderId order;
    public final List<Line> lines = new ArrayList<>();
    public @Nullable String externalId;
    public ChannelSale.@Nullable Buyer buyer;
    @Nullable Instant payUntil;
    OrderRow.@Nullable Review review;
    private @Nullable Problem refusal;

    public Draft(ShopId shop, ChannelId channel, OrderId order) {
        this.shop = shop;
        this.channel = channel;
        this.order = order;
    }

    public void refuse(Problem why) {
        refusal = why;
    }

    public boolean open() {
        return refusal == null;
    }

    public Problem refusal() {
        return Objects.requireNonNull(refusal);
    }

    public Instant payUntil() {
        return Objects.requireNonNull(payUntil);
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }

    /** What stands in the database once it is written, and whoever wrote it has locked. */
    public OrderRow row() {
        return new OrderRow(shop, order, channel, externalId, OrderState.PLACED, total(), false, payUntil, review, lines.stream()
                .map(line -> new OrderRow.Line(line.number, line.externalLine, line.sku, line.pool, line.name, line.quantity, line.unit,
                        line.amount, line.chosen, 0, OrderRow.Line.WAITING))
                .toList());
    }

    /** A line with its price; numbered from 1. */
    public record Line(int number, @Nullable String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money unit,
            Money amount, List<Long> chosen) {
    }
}
