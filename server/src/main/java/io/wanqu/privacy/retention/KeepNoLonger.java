package io.wanqu.privacy.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.privacy.PersonalRecords;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Destroys what is older than its rule allows, a stretch at a time, and writes down how much it was. */
@Component
class KeepNoLonger {

    private static final int STRETCH = 1_000;
    /** What is left after this many comes with the next run, so that one kind never keeps the others waiting for a day. */
    private static final int STRETCHES_MAX = 200;

    private final List<PersonalRecords> kinds;
    private final Rules rules;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    KeepNoLonger(List<PersonalRecords> kinds, Rules rules, JdbcClient jdbc, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.kinds = kinds;
        this.rules = rules;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    List<Run> run() {
        var now = clock.instant();
        var holding = rules.on(LocalDate.ofInstant(now, UTC));
        var runs = new ArrayList<Run>();
        for (var records : kinds) {
            var rule = holding.get(records.kind());
            if (rule == null) {
                throw new IllegalStateException("no rule says how long " + records.kind() + " is kept");
            }
            runs.add(run(records, rule, now));
        }
        return runs;
    }

    private Run run(PersonalRecords records, Rules.Rule rule, Instant now) {
        var before = now.minus(Duration.ofDays(rule.keepDays()));
        var removed = 0L;
        var finished = false;
        for (var n = 0; n < STRETCHES_MAX && !finished; n++) {
            Integer some = transaction.execute(status -> records.expire(before, STRETCH));
            removed += some == null ? 0 : some;
            finished = some == null || some < STRETCH;
        }
        var run = new Run(ids.next(), rule.kind(), rule.keepDays(), before, removed, finished, now);
        if (removed > 0) {
            write(run);
        }
        return run;
    }

    private void write(Run run) {
        jdbc.sql("""
                insert into privacy.retention_run (run_id, kind, keep_days, older_than, removed, finished, ran_at)
                values (:id, :kind, :days, :before, :removed, :finished, :at)
                """)
            .param("id", run.id)
            .param("kind", run.kind)
            .param("days", run.keepDays)
            .param("before", run.olderThan.atOffset(UTC))
            .param("removed", run.removed)
            .param("finished", run.finished)
            .param("at", run.ranAt.atOffset(UTC))
            .update();
    }

    /** Newest first. */
    List<Run> runs(long before, int limit) {
        return jdbc.sql("""
                select run_id, kind, keep_days, older_than, removed, finished, ran_at
                  from privacy.retention_run
                 where run_id < :before
                 order by run_id desc
                 limit :limit
                """)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Run(row.getLong("run_id"), row.getString("kind"), row.getInt("keep_days"), row.getTimestamp("older_than").toInstant(),
                    row.getLong("removed"), row.getBoolean("finished"), row.getTimestamp("ran_at").toInstant()))
            .list();
    }

    /** @param finished whether nothing older was left */
    record Run(long id, String kind, int keepDays, Instant olderThan, long removed, boolean finished, Instant ranAt) {
    }

    /** When it happens. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> keepPersonalDataNoLonger(KeepNoLonger keepNoLonger) {
            return Tasks.recurring("privacy.keep-no-longer", FixedDelay.of(Duration.ofHours(6))).execute((instance, context) -> keepNoLonger.run());
        }
    }
}
