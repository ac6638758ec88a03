package io.wanqu.vault.importing;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.importing.Import.Options;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The vault.import and vault.import_error tables. */
@Repository
class Imports {

    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, PoolId pool, Options options, Created created) {
        jdbc.sql("""
                insert into vault.import (shop_id, import_id, pool_id, state, format, charset, uses, per_day, expires_at,
                                          created_by, created_at)
                values (:shop, :id, :pool, 'receiving', :format, :charset, :uses, :perDay, :expiresAt, :by, :at)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("pool", pool.value())
            .param("format", options.format().text())
            .param("charset", options.charset())
            .param("uses", options.uses())
            .param("perDay", options.perDay())
            .param("expiresAt", Options.column(options.expiresAt()))
            .param("by", created.by())
            .param("at", created.at().atOffset(UTC))
            .update();
    }

    Optional<Import> find(ShopId shop, long id) {
        return jdbc.sql("select " + Import.COLUMNS + " from vault.import where shop_id = :shop and import_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query((row, n) -> Import.of(row))
            .optional();
    }

    /** Newest first. */
    List<Import> list(ShopId shop, long before, int limit) {
        return jdbc.sql("select " + Import.COLUMNS + """
                  from vault.import
                 where shop_id = :shop and import_id < :before
                 order by import_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> Import.of(row))
            .list();
    }

    /** Moves the end of what is stored; false when it is elsewhere, or when the import no longer receives. */
    boolean grow(ShopId shop, long id, long from, long to) {
        return jdbc.sql("""
                update vault.import
                   set stored = :to
                 where shop_id = :shop and import_id = :id and stored = :from and state = 'receiving'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("from", from)
            .param("to", to)
            .update() == 1;
    }

    boolean queue(ShopId shop, long id, Instant at) {
        return jdbc.sql("""
                update vault.import
                   set state = 'queued', queued_at = :at
                 where shop_id = :shop and import_id = :id and state = 'receiving'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("at", at.atOffset(UTC))
            .update() == 1;
    }

    /** The import that waits longest, or one whose worker has been silent too long. Database time: nodes' clocks differ. */
    Optional<Import> claim(long lease, long seconds) {
        return jdbc.sql("""
                with due as materialized (
                    select shop_id, import_id
                      from vault.import
                     where state in ('queued', 'running')
                       and (lease_until is null or lease_until < now())
                     order by queued_at
                     limit 1
                       for update skip locked)
                update vault.import import
                   set state = 'running', lease = :lease, lease_until = now() + make_interval(secs => :seconds),
                       attempts = import.attempts + 1
                  from due
                 where import.shop_id = due.shop_id and import.import_id = due.import_id
                returning\s""" + Import.COLUMNS.replace("shop_id, import_id", "import.shop_id, import.import_id"))
            .param("lease", lease)
            .param("seconds", (double) seconds)
            .query((row, n) -> Import.of(row))
            .optional();
    }

    /** Gives an import back; it is tried again after a pause, and for the last time it fails for good. */
    void giveBack(ShopId shop, long id, long lease, int attemptsMax) {
        jdbc.sql("""
                update vault.import
                   set state = case when attempts >= :max then 'failed' else 'queued' end,
                       finished_at = case when attempts >= :max then now() end,
                       lease = null,
                       lease_until = now() + make_interval(secs => attempts)
                 where shop_id = :shop and import_id = :id and lease = :lease and state = 'running'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("lease", lease)
            .param("max", attemptsMax)
            .update();
    }

    /** Records a stretch as read; false when another worker has taken over or has read it already. */
    boolean advance(Import of, long lease, Stretch stretch, long seconds) {
        return jdbc.sql("""
                update vault.import
                   set position = :to, lines = lines + :lines, errors = errors + :errors, duplicates = duplicates + :duplicates,
                       loaded = loaded + :loaded, uses_loaded = uses_loaded + :uses, elsewhere = elsewhere + :elsewhere,
                       first_card = least(first_card, :firstCard), last_card = greatest(last_card, :lastCard),
                       format = :format, charset = :charset, header = :header, state = :state, attempts = 0,
                       finished_at = case when :state = 'running' then null else now() end,
                       lease_until = case when :state = 'running' then now() + make_interval(secs => :seconds) end
                 where shop_id = :shop and import_id = :id and lease = :lease and state = 'running' and position = :from
                """)
            .param("shop", of.shop().value())
            .param("id", of.id())
            .param("lease", lease)
            .param("from", stretch.from())
            .param("to", stretch.to())
            .param("lines", stretch.counts().lines())
            .param("errors", stretch.counts().errors())
            .param("duplicates", stretch.counts().duplicates())
            .param("loaded", stretch.counts().loaded())
            .param("uses", stretch.counts().usesLoaded())
            .param("elsewhere", stretch.counts().elsewhere())
            .param("firstCard", stretch.firstCard())
            .param("lastCard", stretch.lastCard())
            .param("format", stretch.options().format().text())
            .param("charset", stretch.options().charset())
            .param("header", stretch.header())
            .param("state", stretch.state())
            .param("seconds", (double) seconds)
            .update() == 1;
    }

    void addErrors(ShopId shop, long id, List<ParsedLine.Bad> errors) {
        jdbc.sql("""
                insert into vault.import_error (shop_id, import_id, line_no, code)
                select :shop, :id, line_no, code
                  from unnest(:lines, :codes) as row (line_no, code)
                """)
            .params(Columns.of(errors)
                    .ints("lines", ParsedLine.Bad::lineNo)
                    .texts("codes", bad -> bad.error().code())
                    .and("shop", shop.value())
                    .and("id", id)
                    .params())
            .update();
    }

    List<ParsedLine.Bad> errors(ShopId shop, long id, int afterLine, int limit) {
        return jdbc.sql("""
                select line_no, code
                  from vault.import_error
                 where shop_id = :shop and import_id = :id and line_no > :after
                 order by line_no
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("after", afterLine)
            .param("limit", limit)
            .query((row, n) -> new ParsedLine.Bad(row.getInt("line_no"), LineError.of(row.getString("code"))))
            .list();
    }

    record Created(String by, Instant at) {
    }

    /** How far one transaction brings an import. */
    record Stretch(long from, long to, Import.Counts counts, @Nullable Long firstCard, @Nullable Long lastCard, Options options,
            @Nullable String header, String state) {
    }
}
