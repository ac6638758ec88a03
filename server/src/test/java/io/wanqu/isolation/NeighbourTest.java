package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;

import io.wanqu.kernel.Ids;
import io.wanqu.structure.SchemaRules;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Two shops' rows in every guarded table, and what plain SQL of one of them can do to the other's. */
@WanquTest
class NeighbourTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    private SampleRows rows;
    private long mei;
    private long lin;

    @TestFactory
    Stream<DynamicTest> the_neighbours_rows_are_out_of_reach() {
        rows = new SampleRows(jdbc);
        return new GuardRules(jdbc, SchemaRules.schemasOfModules(jdbc)).tablesOfShops().stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    mei = ids.next();
                    lin = ids.next();
                    attack(table, status);
                })));
    }

    private void attack(String table, TransactionStatus status) {
        rows.dropChecks(table);
        jdbc.sql(rows.insert(table, mei, 1)).update();
        jdbc.sql(rows.insert(table, lin, 2)).update();
        if (!mayRead(table)) {
            as(lin, () -> refused("select count(*) from " + table, "permission denied", status));
            return;
        }
        as(lin, () -> {
            assertThat(count("select count(*) from " + table)).isEqualTo(1);
            assertThat(count("select count(*) from " + table + " where shop_id = " + mei)).isZero();
            refusesToTouch(table, status);
        });
        for (var nobody : new String[] {"", "0", "-1", "9223372036854775807"}) {
            as(nobody, () -> {
                assertThat(count("select count(*) from " + table + " where shop_id in (" + mei + ", " + lin + ")")).isZero();
                refusesToTouch(table, status);
            });
        }
        for (var text : new String[] {"mei", "1 or true", lin + "," + mei, "null"}) {
            as(text, () -> refused("select count(*) from " + table, "invalid input syntax for type bigint", status));
        }
        jdbc.sql("reset role").update();
        assertThat(count("select count(*) from " + table + " where shop_id = " + mei)).isEqualTo(1);
    }

    /** A right that was taken away even from the owner of the row refuses as well as the policy. */
    private void refusesToTouch(String table, TransactionStatus status) {
        touchesNothing("update " + table + " set shop_id = shop_id where shop_id = " + mei, status);
        touchesNothing("delete from " + table + " where shop_id = " + mei, status);
        refused(rows.insert(table, mei, 3), "(row-level security|permission denied)", status);
        refused("update " + table + " set shop_id = " + mei + " where shop_id = " + lin, status);
    }

    private void touchesNothing(String sql, TransactionStatus status) {
        var savepoint = status.createSavepoint();
        try {
            assertThat(jdbc.sql(sql).update()).as(sql).isZero();
        } catch (DataAccessException e) {
            assertThat(e.getMostSpecificCause()).hasMessageContaining("permission denied");
        } finally {
            status.rollbackToSavepoint(savepoint);
        }
    }

    private void refused(String sql, String why, TransactionStatus status) {
        var savepoint = status.createSavepoint();
        assertThatExceptionOfType(DataAccessException.class).as(sql).isThrownBy(() -> run(sql))
                .havingRootCause().withMessageMatching("(?s).*" + why + ".*");
        status.rollbackToSavepoint(savepoint);
    }

    /** Moves an own row to the neighbour: refused, or there is no own row in this session. */
    private void refused(String sql, TransactionStatus status) {
        var savepoint = status.createSavepoint();
        try {
            assertThat(jdbc.sql(sql).update()).as(sql).isZero();
        } catch (DataAccessException e) {
            assertThat(e.getMostSpecificCause().getMessage()).containsAnyOf("row-level security", "permission denied");
        } finally {
            status.rollbackToSavepoint(savepoint);
        }
    }

    private void run(String sql) {
        if (sql.startsWith("select")) {
            count(sql);
        } else {
            jdbc.sql(sql).update();
        }
    }

    private void as(long shop, Runnable work) {
        as(Long.toString(shop), work);
    }

    private void as(String shop, Runnable work) {
        jdbc.sql("select set_config('wanqu.shop', ?, true)").param(shop).query(String.class).single();
        jdbc.sql("set local role wanqu_shop").update();
        try {
            work.run();
        } finally {
            jdbc.sql("reset role").update();
        }
    }

    private boolean mayRead(String table) {
        return jdbc.sql("select has_table_privilege('wanqu_shop', ?, 'select')").param(table).query(Boolean.class).single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
