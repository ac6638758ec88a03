package io.wanqu.privacy.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The privacy.rule table: what holds on a day. */
@Repository
public class Rules {

    private final JdbcClient jdbc;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Rule> on(LocalDate day) {
        return all(day).stream().collect(Collectors.toMap(Rule::kind, Function.identity()));
    }

    List<Rule> all(LocalDate day) {
        return jdbc.sql("""
                select distinct on (kind) kind, from_day, keep_days, erasable, why_en, why_zh, source
                  from privacy.rule
                 where from_day <= :day
                 order by kind, from_day desc
                """)
            .param("day", day)
            .query((row, n) -> new Rule(row.getString("kind"), row.getObject("from_day", LocalDate.class), row.getInt("keep_days"),
                    row.getBoolean("erasable"), row.getString("why_en"), row.getString("why_zh"), row.getString("source")))
            .list();
    }

    void put(Rule rule) {
        jdbc.sql("""
                insert into privacy.rule (kind, from_day, keep_days, erasable, why_en, why_zh, source)
                values (:kind, :from, :days, :erasable, :en, :zh, :source)
                    on conflict (kind, from_day) do update
                   set keep_days = excluded.keep_days, erasable = excluded.erasable, why_en = excluded.why_en, why_zh = excluded.why_zh,
                       source = excluded.source
                """)
            .param("kind", rule.kind)
            .param("from", rule.fromDay)
            .param("days", rule.keepDays)
            .param("erasable", rule.erasable)
            .param("en", rule.whyEn)
            .param("zh", rule.whyZh)
            .param("source", rule.source)
            .update();
    }

    /**
     * How long a kind of data is kept.
     *
     * @param erasable whether a person may have it destroyed before
     * @param source   the law or reason behind it
     */
    public record Rule(String kind, LocalDate fromDay, int keepDays, boolean erasable, String whyEn, String whyZh, String source) {
    }
}
