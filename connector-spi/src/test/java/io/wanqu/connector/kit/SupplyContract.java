package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.kit.BuyingWorld.Heard;
import io.wanqu.connector.kit.BuyingWorld.Wanted;
import io.wanqu.connector.kit.BuyingWorld.Whose;
import io.wanqu.connector.supply.Supplied.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel that buys from us is sold to once for each of its orders, never too dear, and only if it is the channel. */
public abstract class SupplyContract extends ConnectorContract {

    private final ShelfSupplier shelf = new ShelfSupplier().put("month", "月卡", 900, 5).put("year", "年卡", 9900, 0);
    private BuyingWorld buyer;

    @Override
    protected abstract BuyingWorld newWorld();

    @BeforeEach
    void open_the_desk() {
        buyer = (BuyingWorld) world;
        buyer.buysAt(request -> session.serve(request, shelf).orElseThrow());
    }

    @Test
    void hands_over_as_many_codes_as_were_bought() {
        var heard = buyer.buy(new Wanted("S-1", "month", 2, 1800));

        assertThat(heard.state()).isEqualTo(State.DONE);
        assertThat(heard.orderNumber()).isEqualTo("S-1");
        assertThat(heard.ourNumber()).isNotEmpty();
        assertThat(heard.amountMinor()).isEqualTo(1800);
        assertThat(heard.numbers()).containsExactly("NO-1", "NO-2");
    }

    @Test
    void sells_once_for_one_order_number_whatever_the_repeat_says() {
        var first = buyer.buy(new Wanted("S-2", "month", 1, 900));

        assertThat(buyer.buy(new Wanted("S-2", "month", 1, 900))).isEqualTo(first);
        assertThat(buyer.buy(new Wanted("S-2", "month", 3, 9999))).isEqualTo(first);

        assertThat(first.numbers()).containsExactly("NO-1");
        assertThat(shelf.sold()).isEqualTo(1);
    }

    @Test
    void sells_once_when_the_same_order_comes_many_times_at_once() throws Exception {
        var heard = together(50, () -> buyer.buy(new Wanted("S-3", "month", 1, 900)));

        assertThat(heard).containsOnly(heard.getFirst());
        assertThat(heard.getFirst().state()).isEqualTo(State.DONE);
        assertThat(shelf.sold()).isEqualTo(1);
    }

    @Test
    void sells_nothing_above_the_price_that_the_channel_pays() {
        assertSellsNothing(buyer.buy(new Wanted("S-4", "month", 1, 899)));

        assertThat(buyer.buy(new Wanted("S-5", "month", 1, 900)).state()).isEqualTo(State.DONE);
    }

    @Test
    void sells_nothing_that_is_unknown_or_sold_out() {
        assertSellsNothing(buyer.buy(new Wanted("S-6", "week", 1, 900)));
        assertSellsNothing(buyer.buy(new Wanted("S-7", "year", 1, 9900)));
        assertSellsNothing(buyer.buy(new Wanted("S-8", "month", 6, 5400)));
    }

    @Test
    void sells_nothing_to_a_stranger() {
        assertThat(buyer.buyForged(new Wanted("S-9", "month", 1, 900))).isEqualTo(Heard.NOTHING);

        assertThat(shelf.sold()).isZero();
        assertThat(shelf.find("S-9")).isEmpty();
    }

    @Test
    void tells_of_an_order_by_either_number() {
        var sold = buyer.buy(new Wanted("S-10", "month", 1, 900));

        assertThat(buyer.lookUp("S-10", Whose.CHANNEL)).isEqualTo(sold);
        assertThat(buyer.lookUp(sold.ourNumber(), Whose.OURS)).isEqualTo(sold);
        assertThat(buyer.lookUp("S-11", Whose.CHANNEL)).isEqualTo(Heard.NOTHING);
    }

    private void assertSellsNothing(Heard heard) {
        assertThat(heard.state()).isNotIn(State.DONE, State.PROCESSING);
        assertThat(heard.numbers()).isEmpty();
        assertThat(shelf.sold()).isZero();
    }
}
