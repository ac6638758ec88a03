package io.wanqu.channel.writeback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.intake.ExternalOrders;
import io.wanqu.channel.intake.ExternalOrders.Told;
import io.wanqu.channel.writeback.WriteBacks.Claimed;
import io.wanqu.ordering.ChannelOrderQueries;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of the orders behind some jobs: ours from ordering, the channel's own from what it last said. */
@Component
class OrderFacts {

    private final ChannelOrderQueries orders;
    private final ExternalOrders external;

    OrderFacts(ChannelOrderQueries orders, ExternalOrders external) {
        this.orders = orders;
        this.external = external;
    }

    Known of(ChannelKey key, List<Claimed> jobs) {
        var lines = orders.lines(key.shop(), jobs.stream().map(Claimed::order).toList());
        var told = external.told(key, lines.stream().map(ChannelOrderQueries.Line::externalOrder).distinct().toList());
        return new Known(lines.stream().collect(Collectors.toMap(line -> line.order() + "/" + line.number(), line -> line)), told);
    }

    record Known(Map<String, ChannelOrderQueries.Line> lines, Map<String, Told> told) {

        ChannelOrderQueries.@Nullable Line line(Claimed job) {
            return lines.get(job.subject());
        }

        @Nullable Told told(Claimed job) {
            var line = lines.get(job.subject());
            return line == null ? null : told.get(line.externalOrder());
        }
    }
}
