package io.wanqu.connector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connector speaking for one shop; safe for many threads. Every verb is a blocking call that may throw
 * {@link ConnectorException}. A token error inside a verb is healed once through {@link Tokens#renew}, never in a loop.
 */
public interface ChannelSession {

    /**
     * Orders of the window, beginning with cursor null and going on with {@link OrderPage#next} until that is null.
     * The host moves its own cursor only after the last page was stored.
     */
    OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor);

    /** The order as it is now, empty when the channel does not know it. */
    Optional<ChannelOrder> order(String externalOrderId);

    /** Checks and takes apart a push. Calls nobody and never throws for what a stranger sent. */
    PushAnswer receive(PushRequest request);

    /** Writes codes back. Repeating the same delivery is safe. */
    default DeliveryOutcome deliver(Delivery delivery) {
        return new DeliveryOutcome.Refused("unsupported", "this channel shows no codes");
    }

    /** Gives a paid line back to the channel, which refunds the buyer. */
    default Outcome cannotSupply(String externalOrderId, String externalLineId) {
        return new Outcome.Refused("unsupported", "this channel takes no line back");
    }

    default Outcome setStock(StockUpdate update) {
        return new Outcome.Refused("unsupported", "this channel keeps no stock of ours");
    }

    /** Refund cases changed in the window, paged like orders. */
    default AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return new AfterSale.Page(List.of(), null);
    }

    /** Turns the code a shop's owner brought back into the first pair of tokens. */
    default Tokens.Pair authorise(String code) {
        throw ConnectorException.refused("unsupported", "this channel gives no tokens");
    }

    /** Trades an old pair for a new one: a single call that stores nothing. Used by the host under its lock. */
    default Tokens.Pair refresh(Tokens.Pair old) {
        throw ConnectorException.refused("unsupported", "this channel gives no tokens");
    }
}
