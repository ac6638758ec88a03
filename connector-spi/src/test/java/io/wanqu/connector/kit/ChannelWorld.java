package io.wanqu.connector.kit;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Connector;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The channel as the kit sees it: its buyers, its weather, and what it holds. Each connector's tests bring one. */
public interface ChannelWorld extends AutoCloseable {

    Connector connector();

    /** An account of a shop that has one SKU on sale, priced above zero and with plenty of stock. */
    ChannelAccount account(Tokens tokens, Clock clock);

    /** The tokens that the shop's owner granted. */
    Tokens.Pair granted();

    /** How often the channel has renewed tokens. */
    int refreshes();

    void expireToken();

    Instant now();

    /** Places orders of one line each. */
    List<Placed> place(Wish wish);

    void pay(Placed order);

    void refund(Placed order, RefundStep step);

    /** Gives the order a status that no document knows. */
    void bewilder(Placed order, int status);

    /** The numbers of the codes that the channel holds for the order. */
    List<String> shownCodes(Placed order);

    long shownStock();

    /** From now on pushes go to this receiver, and its reply goes back to the channel. */
    void onPush(Function<PushRequest, PushAnswer> receiver);

    void disturbPushes(Disturbance how, int count);

    /** Sends a well-formed push about the order with a wrong signature. */
    void forgePush(Placed order);

    /** Whether a push proves its body; where it does not, it can only be a hint. */
    default boolean pushesProveTheirBody() {
        return true;
    }

    /** Whether a refresh token is good for one use. */
    default boolean refreshTokensAreSpent() {
        return true;
    }

    /** Spoils the next calls. */
    void fail(Failure how, int times);

    void outage(boolean on);

    /** The next offer that is published is refused for this reason. */
    default void rejectNextListing(String reason) {
        throw new UnsupportedOperationException("offers of this channel are made in its own console");
    }

    /** A category in which the shop may sell card keys. */
    default String category() {
        return "";
    }

    /** How many codes lie at the channel unsold. */
    default int consigned() {
        throw new UnsupportedOperationException("this channel keeps no codes of ours");
    }

    /** From now on the offer is filled with the codes that lie at the channel, where that is not so of itself. */
    default void sellConsigned() {
    }

    /** Puts the channel's clock wrong by so much. */
    void skew(Duration by);

    @Override
    void close();

    /** Which orders to place. */
    record Wish(int count, int quantity, boolean paid, Duration paidAgo) {

        public static Wish paid(int count, int quantity) {
            return new Wish(count, quantity, true, Duration.ZERO);
        }

        public static Wish unpaid() {
            return new Wish(1, 1, false, Duration.ZERO);
        }
    }

    /** An order as the channel names it. */
    record Placed(String orderId, String lineId, String productId, String skuId) {
    }

    /** What a buyer and a shop do about money back. */
    enum RefundStep {
        APPLY, AGREE, WITHDRAW
    }

    /** What may happen to a push. */
    enum Disturbance {
        LOSE, DUPLICATE, REORDER
    }

    /** What may happen to a call. */
    enum Failure {
        /** The call takes effect and its answer never arrives. */
        CUT_AFTER_APPLYING,
        LIMITED,
        ILL,
        /** An error code that no document knows; its number is 98765. */
        UNKNOWN_CODE
    }
}
