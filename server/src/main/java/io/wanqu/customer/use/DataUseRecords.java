package io.wanqu.customer.use;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who used people's data. */
@Component
class DataUseRecords implements PersonalRecords {

    private static final int STRETCH = 500;

    private final JdbcClient jdbc;
    private final DataUseTable uses;

    DataUseRecords(JdbcClient jdbc, DataUseTable uses) {
        this.jdbc = jdbc;
        this.uses = uses;
    }

    @Override
    public String kind() {
        return "customer.data-use";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        if (!subject.isPlatform()) {
            return;
        }
        var before = Long.MAX_VALUE;
        for (var page = uses.of(subject.account(), before, STRETCH); !page.isEmpty(); page = uses.of(subject.account(), before, STRETCH)) {
            page.forEach(out);
            before = page.getLast().id();
        }
    }

    @Override
    public int destroy(Subject subject) {
        return !subject.isPlatform() ? 0 : jdbc.sql("delete from customer.data_use where account_id = :account")
            .param("account", subject.account().value()).update();
    }

    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, use_id
                      from customer.data_use
                     where used_at < :before
                     order by used_at
                     limit :limit)
                delete from customer.data_use
                 using old
                 where data_use.shop_id = old.shop_id and data_use.use_id = old.use_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }
}
