package io.wanqu.privacy.erasure;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;
import io.wanqu.privacy.PrivacyProblem;
import io.wanqu.privacy.PrivacySettings;
import io.wanqu.privacy.erasure.ErasePerson.Report;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The privacy.erasure table: asked for, withdrawn, or done when the time to think it over has passed. */
@Component
class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final JdbcClient jdbc;
    private final ErasePerson erasePerson;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final PrivacySettings settings;

    Erasures(JdbcClient jdbc, ErasePerson erasePerson, TransactionTemplate transaction, Ids ids, Clock clock, PrivacySettings settings) {
        this.jdbc = jdbc;
        this.erasePerson = erasePerson;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Asked for twice it is the same erasure, with the time it had. */
    Erasure ask(AccountId account) {
        erasePerson.obstacle(account).ifPresent(why -> {
            throw new PrivacyProblem.NotErasable(why);
        });
        var now = clock.instant();
        jdbc.sql("""
                insert into privacy.erasure (erasure_id, account_id, asked_at, due_at)
                values (:id, :account, :now, :due)
                    on conflict do nothing
                """)
            .param("id", ids.next())
            .param("account", account.value())
            .param("now", now.atOffset(UTC))
            .param("due", now.plus(settings.coolOff()).atOffset(UTC))
            .update();
        return last(account).orElseThrow();
    }

    void withdraw(AccountId account) {
        var gone = jdbc.sql("update privacy.erasure set state = 'withdrawn', ended_at = :now where account_id = :account and state = 'cooling'")
            .param("now", clock.instant().atOffset(UTC))
            .param("account", account.value())
            .update();
        if (gone == 0) {
            throw new PrivacyProblem.NotErasing();
        }
    }

    Optional<Erasure> last(AccountId account) {
        return jdbc.sql("""
                select state, asked_at, due_at, ended_at, report::text as report
                  from privacy.erasure
                 where account_id = :account
                 order by erasure_id desc
                 limit 1
                """)
            .param("account", account.value())
            .query((row, n) -> erasure(row))
            .optional();
    }

    /** One that fails does not keep the others waiting; it is tried again. */
    int carryOut() {
        var due = jdbc.sql("select erasure_id, account_id from privacy.erasure where state = 'cooling' and due_at <= :now order by due_at limit 100")
            .param("now", clock.instant().atOffset(UTC))
            .query((row, n) -> new Due(row.getLong("erasure_id"), new AccountId(row.getLong("account_id"))))
            .list();
        var done = 0;
        for (var each : due) {
            try {
                done += Boolean.TRUE.equals(transaction.execute(status -> carryOut(each))) ? 1 : 0;
            } catch (RuntimeException e) {
                log.error("erasure {} failed and is tried again", each.id, e);
            }
        }
        return done;
    }

    /** The row is locked first, so that it is carried out once and can't be withdrawn in the middle. */
    private boolean carryOut(Due due) {
        var mine = jdbc.sql("select erasure_id from privacy.erasure where erasure_id = :id and state = 'cooling' for update skip locked")
            .param("id", due.id).query(Long.class).optional();
        if (mine.isEmpty() || erasePerson.obstacle(due.account).isPresent()) {
            return false;
        }
        var report = erasePerson.erase(due.account);
        jdbc.sql("update privacy.erasure set state = 'done', ended_at = :now, report = :report::jsonb where erasure_id = :id")
            .param("now", clock.instant().atOffset(UTC))
            .param("report", Json.write(report))
            .param("id", due.id)
            .update();
        return true;
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        var report = row.getString("report");
        return new Erasure(row.getString("state"), row.getTimestamp("asked_at").toInstant(), row.getTimestamp("due_at").toInstant(),
                ended == null ? null : ended.toInstant(), report == null ? null : Json.read(report, Report.class));
    }

    record Erasure(String state, Instant askedAt, Instant dueAt, @Nullable Instant endedAt, @Nullable Report report) {
    }

    private record Due(long id, AccountId account) {
    }

    /** Looks for those whose time has come. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> carryOutErasures(Erasures erasures, PrivacySettings settings) {
            return Tasks.recurring("privacy.carry-out-erasures", FixedDelay.of(settings.look())).execute((instance, context) -> erasures.carryOut());
        }
    }
}
