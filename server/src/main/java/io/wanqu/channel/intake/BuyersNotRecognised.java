package io.wanqu.channel.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What channels said of buyers who were not recognised yet; nobody is known by it, so it only ends. */
@Component
class BuyersNotRecognised implements PersonalRecords {

    private final JdbcClient jdbc;

    BuyersNotRecognised(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "channel.buyer";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        // A recognised buyer's signs have left this place.
    }

    @Override
    public int destroy(Subject subject) {
        return 0;
    }

    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, channel_id, external_order
                      from channel.external_order
                     where buyer is not null and read_at < :before
                     order by read_at
                     limit :limit
                       for update skip locked)
                update channel.external_order
                   set buyer = null
                  from old
                 where external_order.shop_id = old.shop_id and external_order.channel_id = old.channel_id
                   and external_order.external_order = old.external_order
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }
}
