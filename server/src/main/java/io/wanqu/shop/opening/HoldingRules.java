package io.wanqu.shop.opening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.AccountId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables shop.holding_rule and shop.holder: how many shops whom may have without asking. */
@Repository
class HoldingRules {

    private final JdbcClient jdbc;
    private final Clock clock;

    HoldingRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes everybody who counts this person's shops wait for each other until the end of the transaction. */
    Kind lockHolder(AccountId account) {
        jdbc.sql("insert into shop.holder (account_id) values (:account) on conflict do nothing").param("account", account.value()).update();
        return jdbc.sql("select kind from shop.holder where account_id = :account for update")
            .param("account", account.value())
            .query((row, n) -> Kind.of(row.getString("kind")))
            .single();
    }

    Kind kindOf(AccountId account) {
        return jdbc.sql("select kind from shop.holder where account_id = :account")
            .param("account", account.value())
            .query((row, n) -> Kind.of(row.getString("kind")))
            .optional()
            .orElse(Kind.INDIVIDUAL);
    }

    void become(AccountId account, Kind kind) {
        jdbc.sql("update shop.holder set kind = :kind, changed_at = now() where account_id = :account")
            .param("kind", kind.text())
            .param("account", account.value())
            .update();
    }

    /** The rule in force today, else the usual one. */
    int most(Kind kind) {
        return jdbc.sql("select most from shop.holding_rule where kind = :kind and from_day <= :today order by from_day desc limit 1")
            .param("kind", kind.text())
            .param("today", today())
            .query(Integer.class)
            .optional()
            .orElse(kind.usual);
    }

    List<Rule> all() {
        return jdbc.sql("select kind, from_day, most, set_by, reason, set_at from shop.holding_rule order by kind, from_day desc").query(Rule.class).list();
    }

    /** False for a day that has its rule already: what held on a day is not rewritten. */
    boolean add(Kind kind, LocalDate from, int most, String by, String reason) {
        return jdbc.sql("""
                insert into shop.holding_rule (kind, from_day, most, set_by, reason)
                values (:kind, :from, :most, :by, :reason)
                    on conflict do nothing
                """)
            .param("kind", kind.text())
            .param("from", from)
            .param("most", most)
            .param("by", by)
            .param("reason", reason)
            .update() == 1;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What a holder of shops is. */
    enum Kind {
        INDIVIDUAL(1), COMPANY(5);

        private final int usual;

        Kind(int usual) {
            this.usual = usual;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    record Rule(String kind, LocalDate fromDay, int most, String setBy, String reason, Instant setAt) {
    }
}
