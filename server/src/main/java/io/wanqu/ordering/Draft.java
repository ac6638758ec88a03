package io.wanqu.ordering;

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

import org.jspecify.annotations.Nullable;

/** An order on its way through the steps of a batch: each step adds what it knows, or refuses it. */
final class Draft {

    final ShopId shop;
    final ChannelId channel;
    final OrderId order;
    final List<Line> lines = new ArrayList<>();
    @Nullable String externalId;
    @Nullable Instant payUntil;
    private @Nullable Problem refusal;

    Draft(ShopId shop, ChannelId channel, OrderId order) {
        this.shop = shop;
        this.channel = channel;
        this.order = order;
    }

    void refuse(Problem why) {
        refusal = why;
    }

    boolean open() {
        return refusal == null;
    }

    Problem refusal() {
        return Objects.requireNonNull(refusal);
    }

    Instant payUntil() {
        return Objects.requireNonNull(payUntil);
    }

    Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }

    /** A line with its price; numbered from 1. */
    record Line(int number, @Nullable String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money unit,
            Money amount, List<Long> chosen) {
    }
}
