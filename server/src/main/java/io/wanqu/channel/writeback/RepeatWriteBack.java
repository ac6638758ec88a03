package io.wanqu.channel.writeback;

import java.time.Clock;
import java.time.ZoneOffset;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.queue.Wake;
import io.wanqu.channel.writeback.WriteBacks.Job;
import io.wanqu.kernel.OrderId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a channel of a line once more, whatever became of it before; inside the caller's transaction. */
@Component
public class RepeatWriteBack {

    private final JdbcClient jdbc;
    private final Wake wake;
    private final Clock clock;

    RepeatWriteBack(JdbcClient jdbc, Wake wake, Clock clock) {
        this.jdbc = jdbc;
        this.wake = wake;
        this.clock = clock;
    }

    /** Repeats carry the same codes, so a channel that has them takes no harm. */
    public void deliver(ChannelKey key, OrderId order, int line) {
        again(key, order, line, Job.DELIVER);
    }

    public void giveUp(ChannelKey key, OrderId order, int line) {
        again(key, order, line, Job.GIVE_UP);
    }

    private void again(ChannelKey key, OrderId order, int line, String verb) {
        jdbc.sql("""
                insert into channel.write_back (shop_id, channel_id, order_id, line, verb, due_at, made_at)
                values (:shop, :channel, :order, :line, :verb, :now, :now)
                    on conflict (shop_id, channel_id, order_id, line) do update
                   set verb = excluded.verb, state = 'due', attempts = 0, due_at = excluded.due_at, done_at = null
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("order", order.value())
            .param("line", line)
            .param("verb", verb)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        wake.afterCommit();
    }
}
