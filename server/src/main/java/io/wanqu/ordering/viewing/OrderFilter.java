package io.wanqu.ordering.viewing;

import java.time.Instant;
import java.util.Set;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.ordering.OrderState;

import org.jspecify.annotations.Nullable;

/**
 * Which of a shop's orders are wanted; what is absent lets all through.
 *
 * @param from   orders that came in at this moment or later; by their numbers, which rise with time
 * @param until  orders that came in before this moment
 * @param number ours or the channel's
 * @param seen   the channels that whoever asks works for
 */
public record OrderFilter(@Nullable OrderState state, @Nullable ChannelId channel, @Nullable Instant from, @Nullable Instant until,
        @Nullable String number, @Nullable Set<ChannelId> seen) {

    public static final OrderFilter ALL = new OrderFilter(null, null, null, null, null, null);

    OrderFilter seenBy(Caller caller) {
        return new OrderFilter(state, channel, from, until, number, caller.channels());
    }

    /** Our own number, if it looks like one; else one that no order has. */
    long ownNumber() {
        return number != null && number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
    }
}
