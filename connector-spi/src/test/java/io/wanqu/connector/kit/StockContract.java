package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a channel shows as stock is what it was told last, however often it was told. */
public abstract class StockContract extends ConnectorContract {

    @BeforeEach
    void only_for_channels_that_keep_stock() {
        assumeThat(capabilities().stock().full()).isTrue();
    }

    @Test
    void sets_the_stock_to_a_full_value() {
        var order = paidOrder(1);

        assertThat(session.setStock(full(order, 42, "s-1"))).isEqualTo(new Outcome.Done());
        assertThat(world.shownStock()).isEqualTo(42);
        assertThat(session.setStock(full(order, 0, "s-2"))).isEqualTo(new Outcome.Done());

        assertThat(world.shownStock()).isZero();
    }

    @Test
    void may_repeat_a_full_value_whose_answer_was_lost() {
        var order = paidOrder(1);
        world.fail(Failure.CUT_AFTER_APPLYING, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.setStock(full(order, 17, "s-3")))
            .matches(ConnectorException::retryable);
        assertThat(session.setStock(full(order, 17, "s-3"))).isEqualTo(new Outcome.Done());

        assertThat(world.shownStock()).isEqualTo(17);
    }

    @Test
    void answers_each_of_many_updates_in_their_order() {
        var order = paidOrder(1);
        var unknown = StockUpdate.full("6917586388057999998", "6917586388057999999", 1, "s-5");

        var outcomes = session.setStocks(List.of(full(order, 9, "s-4"), unknown, full(order, 8, "s-6")));

        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Done());
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.Done());
        assertThat(world.shownStock()).isEqualTo(8);
    }

    @Test
    void spends_no_more_calls_than_a_batch_needs() {
        var order = paidOrder(1);
        var size = capabilities().stock().batch();
        var updates = IntStream.rangeClosed(1, size).mapToObj(each -> full(order, each, "b-" + each)).toList();

        assertThat(session.setStocks(updates)).containsOnly(new Outcome.Done()).hasSize(size);

        assertThat(world.shownStock()).isEqualTo(size);
    }

    @Test
    void counts_a_repeated_difference_once() {
        assumeThat(capabilities().stock().incrementalIdempotent()).isTrue();
        var order = paidOrder(1);
        session.setStock(full(order, 10, "s-7"));
        var difference = StockUpdate.increment(order.productId(), order.skuId(), -3, "s-8");
        world.fail(Failure.CUT_AFTER_APPLYING, 1);

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.setStock(difference));
        assertThat(session.setStock(difference)).isEqualTo(new Outcome.Done());

        assertThat(world.shownStock()).isEqualTo(7);
    }

    private static StockUpdate full(Placed order, long quantity, String key) {
        return StockUpdate.full(order.productId(), order.skuId(), quantity, key);
    }
}
