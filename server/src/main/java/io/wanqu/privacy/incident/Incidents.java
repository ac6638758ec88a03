package io.wanqu.privacy.incident;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.privacy.incident.Incident.Clocks;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The privacy.incident, privacy.incident_step and privacy.publication tables. */
@Repository
class Incidents {

    private static final String SELECT = """
            select incident_id, title, description, known_at, opened_by, investigate_by, publish_by, compensate_by, investigated_at, published_at,
                   compensated_at, ended_at
              from privacy.incident
            """;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Ids ids;

    Incidents(JdbcClient jdbc, Sealing sealing, Ids ids) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.ids = ids;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Incident incident) {
        jdbc.sql("""
                insert into privacy.incident (incident_id, title, description, known_at, opened_by, investigate_by, publish_by, compensate_by)
                values (:id, :title, :description, :known, :by, :investigate, :publish, :compensate)
                """)
            .param("id", incident.id())
            .param("title", incident.title())
            .param("description", sealing.seal(ShopId.PLATFORM, row(incident.id()), incident.description().getBytes(StandardCharsets.UTF_8)))
            .param("known", incident.knownAt().atOffset(UTC))
            .param("by", incident.openedBy())
            .param("investigate", incident.knownAt().plus(Incident.INVESTIGATE).atOffset(UTC))
            .param("publish", incident.knownAt().plus(Incident.PUBLISH).atOffset(UTC))
            .param("compensate", incident.knownAt().plus(Incident.COMPENSATE).atOffset(UTC))
            .update();
    }

    Optional<Incident> find(long id) {
        return jdbc.sql(SELECT + " where incident_id = :id").param("id", id).query((row, n) -> incident(row)).optional();
    }

    /** Newest first. */
    List<Incident> list(long before, int limit) {
        return jdbc.sql(SELECT + " where incident_id < :before order by incident_id desc limit :limit")
            .param("before", before).param("limit", limit).query((row, n) -> incident(row)).list();
    }

    List<Incident> open() {
        return jdbc.sql(SELECT + " where ended_at is null order by incident_id").query((row, n) -> incident(row)).list();
    }

    /** Stops a clock; what was stopped before keeps its time. The names of the columns are constants of this package. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reach(long id, String column, Instant at) {
        return jdbc.sql("update privacy.incident set %1$s = coalesce(%1$s, :at) where incident_id = :id and ended_at is null".formatted(column))
            .param("at", at.atOffset(UTC))
            .param("id", id)
            .update() == 1;
    }

    /** False when this very clock was called out before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean step(long incident, String kind, String words, String by, Instant at) {
        return jdbc.sql("""
                insert into privacy.incident_step (incident_id, step_id, kind, words, by_name, at)
                values (:incident, :id, :kind, :words, :by, :at)
                    on conflict do nothing
                """)
            .param("incident", incident)
            .param("id", ids.next())
            .param("kind", kind)
            .param("words", words)
            .param("by", by)
            .param("at", at.atOffset(UTC))
            .update() == 1;
    }

    List<Step> steps(long incident) {
        return jdbc.sql("select kind, words, by_name, at from privacy.incident_step where incident_id = :incident order by step_id limit 1000")
            .param("incident", incident)
            .query((row, n) -> new Step(row.getString("kind"), row.getString("words"), row.getString("by_name"), row.getTimestamp("at").toInstant()))
            .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int publish(long incident, Text text, String by, Instant at) {
        jdbc.sql("select incident_id from privacy.incident where incident_id = :incident for update").param("incident", incident).query(Long.class).single();
        return jdbc.sql("""
                insert into privacy.publication (incident_id, version, text_zh, text_en, by_name, published_at)
                select :incident, coalesce(max(version), 0) + 1, :zh, :en, :by, :at
                  from privacy.publication
                 where incident_id = :incident
                returning version
                """)
            .param("incident", incident)
            .param("zh", text.zh)
            .param("en", text.en)
            .param("by", by)
            .param("at", at.atOffset(UTC))
            .query(Integer.class)
            .single();
    }

    /** Oldest version first. */
    List<Publication> publications(long incident) {
        return jdbc.sql("select version, text_zh, text_en, by_name, published_at from privacy.publication where incident_id = :incident order by version")
            .param("incident", incident)
            .query((row, n) -> new Publication(row.getInt("version"), row.getString("text_zh"), row.getString("text_en"), row.getString("by_name"),
                    row.getTimestamp("published_at").toInstant()))
            .list();
    }

    private Incident incident(ResultSet row) throws SQLException {
        var id = row.getLong("incident_id");
        return new Incident(id, row.getString("title"),
                new String(sealing.open(ShopId.PLATFORM, row(id), row.getBytes("description")), StandardCharsets.UTF_8),
                row.getTimestamp("known_at").toInstant(), row.getString("opened_by"),
                new Clocks(instant(row, "investigate_by"), instant(row, "publish_by"), instant(row, "compensate_by")),
                new Clocks(instant(row, "investigated_at"), instant(row, "published_at"), instant(row, "compensated_at")), instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String row(long id) {
        return "privacy.incident/" + id;
    }

    record Text(String zh, String en) {
    }

    record Step(String kind, String words, String by, Instant at) {
    }

    record Publication(int version, String textZh, String textEn, String by, Instant at) {
    }
}
