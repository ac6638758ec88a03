package io.wanqu.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;

import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Works inside transactions that are rolled back, so that other tests keep their partitions and cursors. */
@WanquTest
class EventPartitionsTest {

    /** A day of the log is one of UTC; within a transaction it stays the same. */
    private static final String DAY = "to_char((now() at time zone 'UTC')::date + %d, 'YYYYMMDD')";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void there_is_a_partition_for_each_day_ahead_and_adding_again_adds_none() {
        assertThat(count(DAY.formatted(13))).as("since the server began, be that yesterday").isEqualTo(1);

        var counts = rolledBack(() -> {
            add(14);
            return List.of(count(DAY.formatted(14)), (long) add(14), (long) add(16));
        });

        assertThat(counts).containsExactly(1L, 0L, 2L);
    }

    @Test
    void days_are_cut_in_the_same_zone_whoever_asks() {
        var added = rolledBack(() -> {
            jdbc.sql("set local timezone = 'Pacific/Kiritimati'").update();
            add(15);
            jdbc.sql("set local timezone = 'Pacific/Honolulu'").update();
            add(17);
            return jdbc.sql("""
                    select pg_get_expr(relpartbound, oid)
                      from pg_class
                     where relname = 'event_' || to_char((now() at time zone 'UTC')::date + 17, 'YYYYMMDD')
                    """).query(String.class).single();
        });

        assertThat(added).contains("14:00:00-10");
    }

    @Test
    void an_old_partition_goes_when_every_cursor_has_passed_it() {
        var dropped = rolledBack(() -> {
            jdbc.sql("update kernel.event_cursor set xid = '5000000000'").update();
            oldPartitionWithOneEvent();
            return drop();
        });

        assertThat(dropped).isEqualTo(1);
    }

    @Test
    void an_old_partition_stays_while_one_cursor_still_has_to_read_it() {
        var dropped = rolledBack(() -> {
            jdbc.sql("update kernel.event_cursor set xid = '5000000000'").update();
            oldPartitionWithOneEvent();
            jdbc.sql("insert into kernel.event_cursor (name, xid, id) values ('test.behind', (select max(xid::text::numeric)::text::xid8 from kernel.event_20200101), 1)").update();
            return drop();
        });

        assertThat(dropped).isZero();
    }

    private void oldPartitionWithOneEvent() {
        jdbc.sql("create table kernel.event_20200101 partition of kernel.event for values from ('2020-01-01 00:00Z') to ('2020-01-02 00:00Z')").update();
        jdbc.sql("insert into kernel.event (shop_id, id, type, subject, body, at) values (1, 2, 'x', 1, '{}', '2020-01-01 12:00Z')").update();
    }

    private int add(int days) {
        return jdbc.sql("select kernel.add_event_partitions(?)").param(days).query(Integer.class).single();
    }

    private int drop() {
        return jdbc.sql("select kernel.drop_event_partitions(30)").query(Integer.class).single();
    }

    private long count(String day) {
        return jdbc.sql("select count(*) from pg_class where relname = 'event_' || " + day).query(Long.class).single();
    }

    private <T> T rolledBack(Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }
}
