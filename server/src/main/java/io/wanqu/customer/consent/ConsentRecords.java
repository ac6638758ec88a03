package io.wanqu.customer.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people allowed, and took back. */
@Component
class ConsentRecords implements PersonalRecords {

    private final JdbcClient jdbc;
    private final ConsentTable consents;

    ConsentRecords(JdbcClient jdbc, ConsentTable consents) {
        this.jdbc = jdbc;
        this.consents = consents;
    }

    @Override
    public String kind() {
        return "customer.consent";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        if (subject.isPlatform()) {
            consents.history(subject.account()).forEach(out);
        }
    }

    @Override
    public int destroy(Subject subject) {
        return !subject.isPlatform() ? 0 : jdbc.sql("delete from customer.consent where account_id = :account")
            .param("account", subject.account().value()).update();
    }

    /** Of each purpose the last word stays for as long as the account may ask for it. */
    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, consent_id
                      from customer.consent
                     where said_at < :before
                       and exists (select 1 from customer.consent as later
                                    where later.account_id = consent.account_id and later.shop_id = consent.shop_id
                                      and later.purpose = consent.purpose and later.consent_id > consent.consent_id)
                     limit :limit)
                delete from customer.consent
                 using old
                 where consent.shop_id = old.shop_id and consent.consent_id = old.consent_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }
}
