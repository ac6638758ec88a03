package io.wanqu.bench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class PgbenchScriptTest {

    @Test
    void a_script_of_pgbench_is_read_as_statements_with_parameters() {
        var script = PgbenchScript.parse("""
                \\set pool random(1, 64)
                begin;
                insert into floor.a (b) values (:pool) returning id \\gset
                update floor.a set b = 'x:' where id = :id and c = :pool;
                """);

        assertThat(script.draws()).containsExactly(Map.entry("pool", 64L));
        assertThat(script.statements()).hasSize(3);
        assertThat(script.statements().get(1).keeps()).isTrue();
        assertThat(script.statements().get(1).sql().strip()).isEqualTo("insert into floor.a (b) values (?) returning id");
        assertThat(script.statements().get(2).variables()).containsExactly("id", "pool");
    }
}
