package io.wanqu.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class ShopScopeTest {

    /** More than the pool holds, so that every connection is seen. */
    private static final int ROUNDS = 60;

    @Autowired
    private ShopScope scope;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    private ShopId lin;
    private ShopId mei;

    @BeforeEach
    void aTableWithARowOfEachShop() {
        lin = new ShopId(ids.next());
        mei = new ShopId(ids.next());
        jdbc.sql("drop schema if exists scratch cascade").update();
        jdbc.sql("create schema scratch").update();
        jdbc.sql("create table scratch.note (shop_id bigint, id bigint, text text not null, primary key (shop_id, id))").update();
        jdbc.sql("select kernel.guard_shop('scratch.note')").query((row, n) -> 0).list();
        jdbc.sql("insert into scratch.note (shop_id, id, text) values (:lin, 1, 'of lin'), (:mei, 1, 'of mei')")
            .param("lin", lin.value()).param("mei", mei.value()).update();
    }

    @AfterEach
    void noTable() {
        jdbc.sql("drop schema scratch cascade").update();
    }

    @Test
    void sees_the_rows_of_its_shop_alone() {
        assertThat(scope.in(lin, this::texts)).containsExactly("of lin");
        assertThat(texts()).containsExactlyInAnyOrder("of lin", "of mei");
    }

    @Test
    void changes_no_row_of_another_shop() {
        var changed = scope.in(lin, () -> jdbc.sql("update scratch.note set text = 'mine' where shop_id = :mei")
                .param("mei", mei.value()).update());

        assertThat(changed).isZero();
        assertThat(texts()).containsExactlyInAnyOrder("of lin", "of mei");
    }

    @Test
    void adds_no_row_to_another_shop() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> scope.in(lin, () -> jdbc.sql("insert into scratch.note (shop_id, id, text) values (:mei, 2, 'x')")
                        .param("mei", mei.value()).update()))
                .havingRootCause().withMessageContaining("row-level security");

        assertThat(texts()).containsExactlyInAnyOrder("of lin", "of mei");
    }

    @Test
    void stays_in_force_after_an_inner_use_for_the_same_shop() {
        var seen = scope.in(lin, () -> {
            scope.in(lin, this::texts);
            return texts();
        });

        assertThat(seen).containsExactly("of lin");
    }

    @Test
    void refuses_an_inner_use_for_another_shop() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> scope.in(lin, () -> scope.in(mei, this::texts)))
                .withMessageContaining("inside the scope of shop " + lin.text());
    }

    @Test
    void gives_the_owner_its_rights_back_in_the_same_transaction() {
        var seen = transaction.execute(status -> {
            scope.in(lin, this::texts);
            return texts();
        });

        assertThat(seen).containsExactlyInAnyOrder("of lin", "of mei");
    }

    @Test
    void leaves_no_role_behind_on_a_pooled_connection() {
        var roles = IntStream.range(0, ROUNDS).mapToObj(round -> {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> scope.in(lin, () -> {
                throw new IllegalArgumentException("round " + round);
            }));
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> scope.in(mei, () -> jdbc.sql("select 1 / 0").query(Integer.class).single()));
            return jdbc.sql("select (current_user = session_user) || ' ' || coalesce(current_setting('wanqu.shop', true), '')")
                    .query(String.class).single();
        });

        assertThat(roles).hasSize(ROUNDS).containsOnly("true ");
    }

    private List<String> texts() {
        return jdbc.sql("select text from scratch.note").query(String.class).list();
    }
}
