package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connector.supply.Consignment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes that lie at a channel lie there once, and each that was sold is known by its order line. */
public abstract class ConsignmentContract extends ConnectorContract {

    @BeforeEach
    void only_for_channels_that_keep_codes() {
        assumeThat(capabilities().cards().consigns()).isTrue();
    }

    @Test
    void loads_a_batch_once_although_it_is_sent_twice() {
        var batch = batch("b-1", "A-1", "A-2", "A-3");

        assertThat(session.consign(batch)).isEqualTo(new Outcome.Done());
        assertThat(session.consign(batch)).isEqualTo(new Outcome.Done());

        assertThat(world.consigned()).isEqualTo(3);
    }

    @Test
    void loads_a_batch_once_although_the_first_answer_is_lost() {
        var batch = batch("b-2", "B-1", "B-2");
        world.fail(Failure.CUT_AFTER_APPLYING, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.consign(batch))
            .matches(ConnectorException::retryable);
        assertThat(session.consign(batch)).isEqualTo(new Outcome.Done());

        assertThat(world.consigned()).isEqualTo(2);
    }

    @Test
    void names_the_codes_that_each_line_was_sold() {
        session.consign(batch("b-3", "C-1", "C-2", "C-3", "卡-4"));
        world.sellConsigned();

        var first = world.place(Wish.paid(1, 2)).getFirst();
        var second = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(session.codes(first.orderId(), first.lineId())).extracting(Code::number).containsExactly("C-1", "C-2");
        assertThat(session.codes(second.orderId(), second.lineId())).extracting(Code::number).containsExactly("C-3");
        assertThat(read(first).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(world.consigned()).isEqualTo(1);
    }

    @Test
    void names_no_code_of_a_line_that_is_not_paid() {
        session.consign(batch("b-4", "D-1"));
        world.sellConsigned();

        var unpaid = world.place(Wish.unpaid()).getFirst();

        assertThat(session.codes(unpaid.orderId(), unpaid.lineId())).isEmpty();
        assertThat(world.consigned()).isEqualTo(1);
    }

    private Consignment batch(String name, String... numbers) {
        var placed = world.place(Wish.unpaid()).getFirst();
        List<Code> codes = Stream.of(numbers).map(each -> new Code(each, Secret.of("密-" + each), each)).toList();
        return new Consignment(placed.productId(), placed.skuId(), name, codes);
    }
}
