package io.wanqu.shop.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.opening.Application.Wish;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.application table. */
@Repository
class Applications {

    private static final String SELECT = """
            select id, account_id, slug, name, currency, category, company, reason, state, asked_at, decided_by, decided_at, verdict, opened
              from shop.application
            """;

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this person's last one still waits. */
    boolean add(Application asked, byte @Nullable [] origin) {
        return jdbc.sql("""
                insert into shop.application (id, account_id, slug, name, currency, category, company, reason, origin, state, decided_by, decided_at,
                                              verdict, opened)
                values (:id, :account, :slug, :name, :currency, :category, :company, :reason, :origin, :state, :by,
                        case when :state = 'waiting' then null else now() end, :verdict, :opened)
                    on conflict do nothing
                """)
            .param("id", asked.id())
            .param("account", asked.account().value())
            .param("slug", asked.wish().slug())
            .param("name", asked.wish().name())
            .param("currency", asked.wish().currency())
            .param("category", asked.wish().category())
            .param("company", asked.wish().company())
            .param("reason", asked.wish().reason())
            .param("origin", origin)
            .param("state", asked.state())
            .param("by", asked.decidedBy())
            .param("verdict", asked.verdict())
            .param("opened", asked.opened() == null ? null : asked.opened().value())
            .update() == 1;
    }

    List<Application> of(AccountId account, long before, int limit) {
        return jdbc.sql(SELECT + " where account_id = :account and id < :before order by id desc limit :limit")
            .param("account", account.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    /** Of everybody, for the operator: those that wait oldest last, as all lists. */
    List<Application> all(@Nullable String state, long before, int limit) {
        return jdbc.sql(SELECT + " where (:state::text is null or state = :state) and id < :before order by id desc limit :limit")
            .param("state", state)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    Optional<Application> find(long id) {
        return jdbc.sql(SELECT + " where id = :id").param("id", id).query((row, n) -> read(row)).optional();
    }

    Optional<Application> lock(long id) {
        return jdbc.sql(SELECT + " where id = :id for update").param("id", id).query((row, n) -> read(row)).optional();
    }

    boolean end(long id, String state, String by, String verdict, @Nullable ShopId opened) {
        return jdbc.sql("""
                update shop.application
                   set state = :state, decided_by = :by, decided_at = now(), verdict = :verdict, opened = :opened
                 where id = :id
                   and state = 'waiting'
                """)
            .param("id", id)
            .param("state", state)
            .param("by", by)
            .param("verdict", verdict)
            .param("opened", opened == null ? null : opened.value())
            .update() == 1;
    }

    boolean withdraw(AccountId account, long id) {
        return jdbc.sql("""
                update shop.application
                   set state = 'withdrawn', decided_by = 'the applicant', decided_at = now()
                 where id = :id and account_id = :account and state = 'waiting'
                """)
            .param("id", id)
            .param("account", account.value())
            .update() == 1;
    }

    private static Application read(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var opened = row.getObject("opened", Long.class);
        return new Application(row.getLong("id"), new AccountId(row.getLong("account_id")),
                new Wish(row.getString("slug"), row.getString("name"), row.getString("currency"), row.getString("category"), row.getString("company"),
                        row.getString("reason")),
                row.getString("state"), row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("decided_by"),
                decided == null ? null : decided.toInstant(), row.getString("verdict"), opened == null ? null : new ShopId(opened));
    }
}
