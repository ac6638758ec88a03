package io.wanqu.connector.kit;

import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.SupplyRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The world of a channel that buys from us as from a supplier. */
public interface BuyingWorld extends ChannelWorld {

    /** From now on the channel's calls come to this desk. */
    void buysAt(Function<SupplyRequest, Reply> desk);

    Heard buy(Wanted wanted);

    /** Somebody who does not know the secret wants the same. */
    Heard buyForged(Wanted wanted);

    /** The channel asks for an order by its own number, or by ours. */
    Heard lookUp(String number, Whose whose);

    /** Which side gave a number. */
    enum Whose {
        CHANNEL, OURS
    }

    /** What the channel wants, and what it pays at most in all. */
    record Wanted(String orderNumber, String goodsNumber, int quantity, long mostMinor) {
    }

    /**
     * What the channel reads in our answer.
     *
     * @param state null when the call itself was refused
     */
    record Heard(Supplied.@Nullable State state, String orderNumber, String ourNumber, long amountMinor, List<String> numbers) {

        public static final Heard NOTHING = new Heard(null, "", "", 0, List.of());

        public Heard {
            numbers = List.copyOf(numbers);
        }
    }
}
