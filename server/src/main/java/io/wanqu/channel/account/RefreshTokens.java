package io.wanqu.channel.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.channel.queue.Lane;
import io.wanqu.connector.ConnectorException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replaces tokens at half of their life, long before a call would meet a dead one. */
@Component
class RefreshTokens implements Lane {

    private final JdbcClient jdbc;
    private final Troubles troubles;

    RefreshTokens(JdbcClient jdbc, Troubles troubles) {
        this.jdbc = jdbc;
        this.troubles = troubles;
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and refresh_due_at <= :now
                   and (resume_at is null or resume_at <= :now)
                   and (refreshing_until is null or refreshing_until < :now)
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    @Override
    public void run(OpenChannel channel) {
        try {
            if (!channel.renewTokens()) {
                troubles.needsAuthorisation(channel, "refresh-refused");
            }
        } catch (ConnectorException e) {
            troubles.met(channel, e);
        }
    }
}
