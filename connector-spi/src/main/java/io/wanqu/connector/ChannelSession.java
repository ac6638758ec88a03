package io.wanqu.connector;

import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connector.supply.Consignment;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.SupplyRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connector speaking for one shop; safe for many threads. Every verb is a blocking call that may throw
 * {@link ConnectorException}. A token error inside a verb is healed once through {@link Tokens#renew}, never in a loop.
 */
public interface ChannelSession extends AutoCloseable {

    /**
     * Orders of the window, beginning with cursor null and going on with {@link OrderPage#next} until that is null.
     * The host moves its own cursor only after the last page was stored.
     */
    OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor);

    /** The order as it is now, empty when the channel does not know it. */
    Optional<ChannelOrder> order(String externalOrderId);

    /** Checks and takes apart a push. Calls nobody and never throws for what a stranger sent. */
    PushAnswer receive(PushRequest request);

    /** Messages that the channel keeps until they are acknowledged; waits a little when there are none. */
    default List<PushNotice> take(Duration wait) {
        return List.of();
    }

    /** These messages are stored: the channel may forget them. */
    default void acknowledge(List<PushNotice> stored) {
    }

    /** Answers a channel that buys from us as from a supplier; empty when it never calls. */
    default Optional<PushAnswer.Reply> serve(SupplyRequest request, Supplier supplier) {
        return Optional.empty();
    }

    /** Tells a channel that bought from us what its purchase came to, when its answer could not say so yet. */
    default Outcome tell(Supplied purchase, String noticeTo) {
        return new Outcome.Refused("unsupported", "this channel waits for no news of its purchases");
    }

    /** Writes codes back. Repeating the same delivery is safe. */
    default DeliveryOutcome deliver(Delivery delivery) {
        return new DeliveryOutcome.Refused("unsupported", "this channel shows no codes");
    }

    /** Gives a paid line back to the channel, which refunds the buyer. */
    default Outcome cannotSupply(String externalOrderId, String externalLineId) {
        return new Outcome.Refused("unsupported", "this channel takes no line back");
    }

    /** What the channel shows to the buyer of a line, empty where it does not tell. */
    default List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        return List.of();
    }

    /** Loads codes into the channel before they are sold. Repeating the same batch is safe. */
    default Outcome consign(Consignment batch) {
        return new Outcome.Refused("unsupported", "this channel keeps no codes of ours");
    }

    default Outcome setStock(StockUpdate update) {
        return new Outcome.Refused("unsupported", "this channel keeps no stock of ours");
    }

    /** Sets many values with as few calls as the channel allows; the answers are in the order of the updates. */
    default List<Outcome> setStocks(List<StockUpdate> updates) {
        return updates.stream().map(this::setStock).toList();
    }

    default Outcome setPrice(PriceUpdate update) {
        return new Outcome.Refused("unsupported", "this channel's prices are set in its own console");
    }

    /** Makes an offer, or brings the one of this id up to date. Repeating the same draft makes no second offer. */
    default PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return PublishOutcome.rejected("unsupported", "this channel's offers are made in its own console");
    }

    /** Puts an offer up for sale or takes it down. */
    default Outcome show(String externalProductId, boolean onSale) {
        return new Outcome.Refused("unsupported", "this channel's offers are put up in its own console");
    }

    /** The offer as the channel shows it now. */
    default Optional<Listing> listing(String externalProductId) {
        return Optional.empty();
    }

    /** All offers of the shop, beginning with cursor null. */
    default ListingPage listings(@Nullable String cursor) {
        return new ListingPage(List.of(), null);
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

    /** Lets go of lasting connections, where there are any. */
    @Override
    default void close() {
    }
}
