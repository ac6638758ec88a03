package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.customer.Sign;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.PlatformColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of customer.proof that mini programs proved: with their values, for the shops in which he will buy. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProgramSigns {

    private static final String TABLE = "customer.proof";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Ids ids;

    ProgramSigns(JdbcClient jdbc, Sealing sealing, Ids ids) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.ids = ids;
    }

    void prove(AccountId account, Sign sign, Instant at) {
        var id = ids.next();
        jdbc.sql("""
                insert into customer.proof (account_id, kind, hash, proved_at, sign_id, realm, sealed)
                values (:account, :kind, :hash, :at, :id, :realm, :sealed)
                    on conflict (kind, hash) do update set account_id = excluded.account_id, proved_at = excluded.proved_at
                 where proof.account_id <> excluded.account_id
                """)
            .param("account", account.value())
            .param("kind", sign.kind().text())
            .param("hash", sign.hash(sealing))
            .param("at", at.atOffset(UTC))
            .param("id", id)
            .param("realm", sign.realm())
            .param("sealed", sealing.seal(ShopId.PLATFORM, bound(id), sign.value().getBytes(StandardCharsets.UTF_8)))
            .update();
    }

    Map<AccountId, List<Sign>> of(Collection<AccountId> accounts) {
        var signs = new HashMap<AccountId, List<Sign>>();
        jdbc.sql("select account_id, kind, sign_id, realm, sealed from customer.proof where account_id = any(:accounts) and sign_id is not null")
            .param("accounts", accounts.stream().mapToLong(AccountId::value).toArray())
            .query(row -> {
                var value = sealing.open(ShopId.PLATFORM, bound(row.getLong("sign_id")), row.getBytes("sealed"));
                signs.computeIfAbsent(new AccountId(row.getLong("account_id")), none -> new ArrayList<>())
                        .add(new Sign(Sign.Kind.of(row.getString("kind")), row.getString("realm"), new String(value, StandardCharsets.UTF_8)));
            });
        return signs;
    }

    private static String bound(long id) {
        return TABLE + "/" + id;
    }

    /** The values, for when the platform's key changes. */
    @Configuration(proxyBeanMethods = false)
    static class SealedSigns {

        @Bean
        PlatformColumn sealedSignsOfPrograms(JdbcClient jdbc, Sealing sealing) {
            return new PlatformColumn(jdbc, sealing, TABLE, "sign_id", "sealed");
        }
    }
}
