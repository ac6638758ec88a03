package io.wanqu.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;

import io.wanqu.kernel.audit.Audit;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody writes into the rows by hand; the recount says where. */
@WanquTest
class AuditTest {

    @Autowired
    private Market market;
    @Autowired
    private Till till;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private Placed delivered;

    @BeforeEach
    void oneSoldOneHeldOneLeft() {
        stall = market.stall(3);
        delivered = till.place(stall.order(1));
        till.pay(stall, delivered);
        till.place(stall.order(1));
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loaded = loaded + 1, available = available + 1  | loaded is 4, recounted 3
            held = held + 1, available = available - 1      | held is 2, recounted 1
            sold = sold + 1, available = available - 1      | sold is 2, recounted 1
            void = void + 1, available = available - 1      | void is 1, recounted 0
            consigned = 1, available = available - 1        | available and held is 1, recounted 2
            """)
    void a_counter_that_is_wrong_is_named(String change, String finding) {
        tamper("update inventory.pool set " + change + " where shop_id = ?");

        assertThat(findings()).contains("pool " + stall.pool() + ": " + finding);
    }

    @Test
    void counters_that_do_not_add_up_can_not_even_be_written() {
        assertThat(catchThrowable(() -> tamper("update inventory.pool set available = available + 1 where shop_id = ?")))
                .hasMessageContaining("every_unit_is_somewhere");
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from inventory.hold where shop_id = ?                                         | held is 1, recounted 0
            update inventory.hold set quantity = 5 where shop_id = ?                             | held is 1, recounted 5
            delete from vault.delivery where shop_id = ?                                         | deliveries is 1, recounted 0
            update vault.card set uses_left = 1, state = 'available' where state = 'delivered' and shop_id = ? | sold is 1, recounted 0
            """)
    void a_row_that_is_missing_or_wrong_is_named(String change, String finding) {
        tamper(change);

        assertThat(findings()).contains("pool " + stall.pool() + ": " + finding);
    }

    @Test
    void a_paid_order_that_nothing_will_end_is_named() {
        tamper("update ordering.customer_order set state = 'refunding', deadline = now() - interval '1 hour' where state = 'delivered' and shop_id = ?");

        assertThat(findings()).anyMatch(it -> it.startsWith("order " + delivered.order() + " is refunding with deadline"));
    }

    @Test
    void a_line_that_contradicts_its_order_is_named() {
        tamper("update ordering.order_line set state = 'waiting' where state = 'delivered' and shop_id = ?");

        assertThat(findings()).contains("order " + delivered.order() + " is delivered but line 1 is waiting");
    }

    private void tamper(String sql) {
        assertThat(jdbc.sql(sql).param(stall.shop().id().value()).update()).isPositive();
    }

    private List<String> findings() {
        return audit.of(stall.shop().id()).findings().stream().flatMap(finding -> finding.violations().stream()).toList();
    }
}
