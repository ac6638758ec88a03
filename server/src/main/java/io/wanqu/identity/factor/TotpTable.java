package io.wanqu.identity.factor;

import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.totp table; the secrets are sealed, because unlike a password they must be read again. */
@Repository
class TotpTable {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    TotpTable(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    boolean on(AccountId account) {
        return jdbc.sql("select exists (select 1 from identity.totp where account_id = :account and secret is not null)")
            .param("account", account.value())
            .query(Boolean.class)
            .single();
    }

    /** What is in use stays in use until the new secret has proved to work. */
    void propose(AccountId account, byte[] secret) {
        jdbc.sql("""
                insert into identity.totp (account_id, pending)
                values (:account, :pending)
                    on conflict (account_id) do update set pending = excluded.pending
                """)
            .param("account", account.value())
            .param("pending", sealing.seal(ShopId.PLATFORM, bound(account), secret))
            .update();
    }

    Optional<Secrets> find(AccountId account) {
        return jdbc.sql("select secret, pending, last_step from identity.totp where account_id = :account")
            .param("account", account.value())
            .query((row, n) -> new Secrets(open(account, row.getBytes("secret")), open(account, row.getBytes("pending")), row.getLong("last_step")))
            .optional();
    }

    boolean confirm(AccountId account, long step) {
        return jdbc.sql("""
                update identity.totp
                   set secret = pending, pending = null, last_step = :step
                 where account_id = :account
                   and pending is not null
                """)
            .param("account", account.value())
            .param("step", step)
            .update() == 1;
    }

    /** A code is taken once, and none older than the last one: who looks over a shoulder comes too late. */
    boolean take(AccountId account, long step) {
        return jdbc.sql("update identity.totp set last_step = :step where account_id = :account and last_step < :step and secret is not null")
            .param("account", account.value())
            .param("step", step)
            .update() == 1;
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from identity.totp where account_id = :account").param("account", account.value()).update() == 1;
    }

    private byte @Nullable [] open(AccountId account, byte @Nullable [] sealed) {
        return sealed == null ? null : sealing.open(ShopId.PLATFORM, bound(account), sealed);
    }

    static String bound(AccountId account) {
        return "identity.totp/" + account;
    }

    record Secrets(byte @Nullable [] secret, byte @Nullable [] pending, long lastStep) {

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }
}
