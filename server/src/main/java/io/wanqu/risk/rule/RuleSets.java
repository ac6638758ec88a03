package io.wanqu.risk.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The risk.rule_set table: every version of every profile. */
@Repository
class RuleSets {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    RuleSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Version> latest(ShopId shop, String profile) {
        return versions(shop, profile, 1).stream().findFirst();
    }

    /** The latest first. */
    List<Version> history(ShopId shop, String profile) {
        return versions(shop, profile, SHOWN);
    }

    private List<Version> versions(ShopId shop, String profile, int limit) {
        return jdbc.sql("""
                select version, rules, changed_by, changed_at
                  from risk.rule_set
                 where shop_id = :shop and profile = :profile
                 order by version desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("profile", profile)
            .param("limit", limit)
            .query((row, n) -> new Version(row.getLong("version"), Json.read(row.getString("rules"), RuleSet.class), row.getString("changed_by"),
                    row.getTimestamp("changed_at").toInstant()))
            .list();
    }

    /** False when somebody else wrote this version meanwhile. */
    boolean add(ShopId shop, String profile, long version, RuleSet rules, String by) {
        return jdbc.sql("""
                insert into risk.rule_set (shop_id, profile, version, rules, changed_by)
                values (:shop, :profile, :version, :rules::jsonb, :by)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("profile", profile)
            .param("version", version)
            .param("rules", Json.write(rules))
            .param("by", by)
            .update() == 1;
    }

    List<String> profiles(ShopId shop) {
        return jdbc.sql("select distinct profile from risk.rule_set where shop_id = :shop order by profile limit 200")
            .param("shop", shop.value())
            .query(String.class)
            .list();
    }

    record Version(long version, RuleSet rules, String changedBy, Instant changedAt) {
    }
}
