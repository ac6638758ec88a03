package io.wanqu.identity.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.identity.account.Account;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.message.Outbox;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.alert table; what matters at once is also mailed, or sent to the phone where there is no mail address. */
@Repository
public class Alerts {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Sealing sealing, Outbox outbox, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public void raise(Account account, Alert alert, Origin origin) {
        note(account.id(), alert, origin);
        var contact = account.mail() == null ? account.phone() : account.mail();
        if (contact != null && alert != Alert.NEW_NETWORK) {
            outbox.add(contact.message(alert.subject(), alert.words()));
        }
    }

    private void note(AccountId account, Alert alert, Origin origin) {
        var id = ids.next();
        jdbc.sql("insert into identity.alert (account_id, id, what, origin, at) values (:account, :id, :what, :origin, :at)")
            .param("account", account.value())
            .param("id", id)
            .param("what", alert.text())
            .param("origin", sealing.seal(ShopId.PLATFORM, bound(id),
                    Json.write(new Where(origin.address(), origin.agent())).getBytes(StandardCharsets.UTF_8)))
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The newest first, below {@code before}. */
    public List<Listed> list(AccountId account, long before, int limit) {
        return jdbc.sql("""
                select id, what, origin, at
                  from identity.alert
                 where account_id = :account
                   and id < :before
                 order by id desc
                 limit :limit
                """)
            .param("account", account.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Listed(row.getLong("id"), row.getString("what"), where(row.getLong("id"), row.getBytes("origin")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    }

    void forget(Instant before) {
        jdbc.sql("delete from identity.alert where at < :before").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private Where where(long id, byte[] sealed) {
        return Json.read(new String(sealing.open(ShopId.PLATFORM, bound(id), sealed), StandardCharsets.UTF_8), Where.class);
    }

    private static String bound(long id) {
        return "identity.alert/" + id;
    }

    /** From where something was done. */
    public record Where(String address, String agent) {
    }

    /** One entry of the list. */
    public record Listed(long id, String what, Where where, Instant at) {
    }
}
