package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.wanqu.structure.SchemaRules;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class GuardTest {

    /** Tables that no shop may touch, not even its own rows. */
    private static final Map<String, String> SHUT = Map.of(
            "kernel.data_key", "the wrapped keys of all shops, read by the sealing alone; the shop's role has no right to it at all",
            "kernel.key_rotation", "how far a rotation has come, moved by the batch core alone; the shop's role has no right to it at all");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void every_table_of_a_shop_is_guarded() {
        var rules = new GuardRules(jdbc, SchemaRules.schemasOfModules(jdbc));

        assertThat(rules.tablesOfShops()).hasSizeGreaterThan(90);
        assertThat(rules.unguarded()).containsExactlyInAnyOrderElementsOf(SHUT.keySet());
    }

    @Test
    void a_table_that_is_shut_is_shut() {
        assertThat(SHUT.keySet()).allSatisfy(table -> assertThat(jdbc.sql("select has_table_privilege('wanqu_shop', ?, 'select, insert, update, delete')")
                .param(table).query(Boolean.class).single()).isFalse());
    }

    @Test
    void finds_tables_that_stand_open() {
        var table = "create table bad.note (shop_id bigint, id bigint, primary key (shop_id, id)); ";
        var guard = "do $$ begin perform kernel.guard_shop('bad.note'); end $$; ";

        assertThat(unguarded(table)).containsExactly("bad.note");
        assertThat(unguarded(table + guard)).isEmpty();
        assertThat(unguarded(table + guard + "alter table bad.note disable row level security")).containsExactly("bad.note");
        assertThat(unguarded(table + guard + "create policy all_shops on bad.note to wanqu_shop using (true)")).containsExactly("bad.note");
        assertThat(unguarded(table + guard + "revoke select on bad.note from wanqu_shop")).containsExactly("bad.note");
        assertThat(unguarded(table + "alter table bad.note enable row level security; grant select on bad.note to wanqu_shop; "
                + "create policy own_shop on bad.note to wanqu_shop using (shop_id > 0)")).containsExactly("bad.note");
    }

    @Test
    void finds_tables_that_hang_on_a_shops_table_without_naming_the_shop() {
        assertThat(unguarded("""
                create table bad.note (shop_id bigint, id bigint unique, primary key (shop_id, id));
                do $$ begin perform kernel.guard_shop('bad.note'); end $$;
                create table bad.word (note bigint references bad.note (id), word text, primary key (note, word))"""))
            .containsExactly("bad.word");
    }

    /** Asks over a schema that is never committed. */
    private List<String> unguarded(String ddl) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("create schema bad; " + ddl).update();
            return new GuardRules(jdbc, List.of("bad")).unguarded();
        });
    }
}
