package io.wanqu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import io.wanqu.structure.SchemaDump;
import io.wanqu.structure.SchemaRules;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class SchemaTest {

    private static final Path DUMP = Path.of("src/test/resources/schema.sql");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private List<String> schemas;
    private SchemaRules rules;

    @BeforeEach
    void theSchemasOfAllModules() {
        schemas = SchemaRules.schemasOfModules(jdbc);
        rules = new SchemaRules(jdbc, schemas);
        assertThat(schemas).contains("kernel");
    }

    @Test
    void every_table_has_a_primary_key() {
        assertThat(rules.tablesWithoutPrimaryKey()).isEmpty();
        assertThat(inBadSample("create table bad.loose (id bigint)", SchemaRules::tablesWithoutPrimaryKey)).containsExactly("bad.loose");
    }

    @Test
    void no_foreign_key_crosses_schemas() {
        assertThat(rules.foreignKeysToAnotherSchema()).isEmpty();
        assertThat(inBadSample("create table bad.child (name text constraint up references kernel.event_cursor)",
                SchemaRules::foreignKeysToAnotherSchema)).containsExactly("bad.child up");
    }

    @Test
    void every_foreign_key_has_an_index() {
        var parent = "create table bad.parent (shop_id bigint, id bigint, primary key (shop_id, id)); ";
        var child = "create table bad.child (shop_id bigint, id bigint, parent bigint, primary key (shop_id, id), "
                + "constraint up foreign key (shop_id, parent) references bad.parent);";

        assertThat(rules.foreignKeysWithoutIndex()).isEmpty();
        assertThat(inBadSample(parent + child, SchemaRules::foreignKeysWithoutIndex)).containsExactly("bad.child up");
        assertThat(inBadSample(parent + child + "create index on bad.child (shop_id, parent)", SchemaRules::foreignKeysWithoutIndex))
                .isEmpty();
    }

    @Test
    void every_time_has_a_zone() {
        assertThat(rules.timesWithoutZone()).isEmpty();
        assertThat(inBadSample("create table bad.sample (at timestamp, on_day date, seen timestamptz)", SchemaRules::timesWithoutZone))
                .containsExactly("bad.sample at");
    }

    @Test
    void every_number_is_exact_and_whole() {
        assertThat(rules.inexactNumbers()).isEmpty();
        assertThat(inBadSample("create table bad.sample (price numeric(10, 2), rate float8, minor bigint)", SchemaRules::inexactNumbers))
                .containsExactly("bad.sample price", "bad.sample rate");
    }

    /** The event log is read across shops in the order of its transactions, and its shards are days. */
    @Test
    void the_key_of_a_shops_table_begins_with_the_shop() {
        assertThat(rules.shopTablesWhoseKeyBeginsElsewhere()).containsExactly("kernel.event");
        assertThat(inBadSample("create table bad.sample (id bigint, shop_id bigint, primary key (id, shop_id))",
                SchemaRules::shopTablesWhoseKeyBeginsElsewhere)).containsExactly("bad.sample");
    }

    @Test
    void a_shops_table_is_guarded_or_shut() {
        var table = "create table bad.sample (shop_id bigint, id bigint, primary key (shop_id, id)); ";

        assertThat(rules.shopTablesWithoutGuard()).isEmpty();
        assertThat(inBadSample(table + "grant select on bad.sample to wanqu_shop", SchemaRules::shopTablesWithoutGuard))
                .containsExactly("bad.sample");
        assertThat(inBadSample(table + "do $$ begin perform kernel.guard_shop('bad.sample'); end $$", SchemaRules::shopTablesWithoutGuard)).isEmpty();
        assertThat(inBadSample(table, SchemaRules::shopTablesWithoutGuard)).isEmpty();
    }

    @Test
    void no_table_without_a_shop_is_open_to_every_shop() {
        assertThat(rules.tablesOpenToEveryShop()).isEmpty();
        assertThat(inBadSample("create table bad.sample (id bigint); grant select on bad.sample to wanqu_shop",
                SchemaRules::tablesOpenToEveryShop)).containsExactly("bad.sample");
    }

    @Test
    void the_schema_is_the_one_that_was_reviewed() throws IOException {
        var dump = new SchemaDump(jdbc, schemas).text();
        if (Boolean.getBoolean("wanqu.write-docs")) {
            Files.writeString(DUMP, dump);
        }

        assertThat(dump)
                .as("migrations changed the schema: look at the difference, then write it down with bin/test --write-docs")
                .isEqualTo(Files.readString(DUMP));
    }

    /** Runs the rule over a schema that is never committed. */
    private List<String> inBadSample(String ddl, Function<SchemaRules, List<String>> rule) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("create schema bad; " + ddl).update();
            return rule.apply(new SchemaRules(jdbc, List.of("bad")));
        });
    }
}
