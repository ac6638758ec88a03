package io.wanqu.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The web.idempotency table: first outcomes under the key of whoever asked, sealed, because an answer may hold a secret. */
@Component
class IdempotentAnswers {

    private static final int DELETED_AT_ONCE_MAX = 10_000;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final WebSettings settings;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Sealing sealing, WebSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.settings = settings;
        this.clock = clock;
    }

    /** The stored answer, or nothing when the request is the first and may run. */
    @Nullable Answer begin(Key key, byte[] fingerprint) {
        if (claim(key, fingerprint)) {
            return null;
        }
        var row = find(key);
        if (row == null) {
            throw new KernelProblem.StillRunning();
        }
        if (!Arrays.equals(row.fingerprint, fingerprint)) {
            throw new KernelProblem.IdempotencyKeyReused();
        }
        if (row.answer == null) {
            throw new KernelProblem.StillRunning();
        }
        return Json.read(new String(sealing.open(key.shop, key.row(), row.answer), StandardCharsets.UTF_8), Answer.class);
    }

    void finish(Key key, Answer answer) {
        jdbc.sql("""
                update web.idempotency
                   set state = 'done', status = :status, answer = :answer
                 where shop_id = :shop
                   and key = :key
                   and state = 'running'
                """)
            .param("shop", key.shop.value())
            .param("key", key.hash)
            .param("status", answer.status)
            .param("answer", sealing.seal(key.shop, key.row(), Json.write(answer).getBytes(StandardCharsets.UTF_8)))
            .update();
    }

    /** A refusal changed nothing, so the key is free again. */
    void release(Key key) {
        jdbc.sql("""
                delete from web.idempotency
                 where shop_id = :shop
                   and key = :key
                   and state = 'running'
                """)
            .param("shop", key.shop.value())
            .param("key", key.hash)
            .update();
    }

    @Bean
    RecurringTask<Void> forgetIdempotentAnswers() {
        return Tasks.recurring("web.forget-idempotent-answers", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    var before = clock.instant().minus(settings.idempotencyKept());
                    var deleted = DELETED_AT_ONCE_MAX;
                    while (deleted == DELETED_AT_ONCE_MAX) {
                        deleted = forget(before);
                    }
                });
    }

    int forget(Instant before) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, key
                      from web.idempotency
                     where started_at < :before
                     order by started_at
                     limit :limit)
                delete from web.idempotency
                 using old
                 where idempotency.shop_id = old.shop_id
                   and idempotency.key = old.key
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", DELETED_AT_ONCE_MAX)
            .update();
    }

    /** One winner, also where a node died in the middle and its lease is over, or the old answer is too old. */
    private boolean claim(Key key, byte[] fingerprint) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into web.idempotency as old (shop_id, key, fingerprint, state, started_at)
                values (:shop, :key, :fingerprint, 'running', :now)
                    on conflict (shop_id, key) do update
                   set fingerprint = excluded.fingerprint, state = 'running', status = null, answer = null,
                       started_at = excluded.started_at
                 where (old.state = 'running' and old.started_at < :lease and old.fingerprint = excluded.fingerprint)
                    or old.started_at < :kept
                """)
            .params(Map.of("shop", key.shop.value(), "key", key.hash, "fingerprint", fingerprint,
                    "now", now.atOffset(ZoneOffset.UTC),
                    "lease", now.minus(settings.idempotencyLease()).atOffset(ZoneOffset.UTC),
                    "kept", now.minus(settings.idempotencyKept()).atOffset(ZoneOffset.UTC)))
            .update() == 1;
    }

    private @Nullable Row find(Key key) {
        return jdbc.sql("""
                select fingerprint, answer
                  from web.idempotency
                 where shop_id = :shop
                   and key = :key
                """)
            .param("shop", key.shop.value())
            .param("key", key.hash)
            .query((row, n) -> new Row(row.getBytes("fingerprint"), row.getBytes("answer")))
            .optional()
            .orElse(null);
    }

    /** Whose key: the shop, and the hash of the token together with the text of the key. */
    record Key(ShopId shop, byte[] hash) {

        String row() {
            return "web.idempotency/" + HexFormat.of().formatHex(hash);
        }
    }

    /** An answer as it was given the first time. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
    }

    private record Row(byte[] fingerprint, byte @Nullable [] answer) {
    }
}
