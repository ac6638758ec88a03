package io.wanqu.connector.supply;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop as a channel that buys from it sees it; the host implements this, amounts are in the smallest unit. */
public interface Supplier {

    /** What the buying channel may still spend. */
    long balanceMinor();

    /** What is offered to the channel, page by page from 1. */
    Page goods(@Nullable String keyword, int page, int size);

    Optional<Goods> goods(String number);

    /**
     * Sells. The same order number is sold once and answered with its first outcome, whatever else the repeat says;
     * a price above {@link Purchase#mostMinor} is refused and sells nothing.
     */
    Supplied order(Purchase purchase);

    /** An order by the channel's number or by ours. */
    Optional<Supplied> find(String orderNumber);

    /** Goods whose price or stock the channel wants to hear of; the token is named in the notice. */
    void watch(String goodsNumber, String token, boolean on);

    /** What is offered. */
    record Goods(String number, String name, long priceMinor, long stock, boolean onSale) {
    }

    /** Some goods, and how many there are in all. */
    record Page(List<Goods> goods, long count) {
        public Page {
            goods = List.copyOf(goods);
        }
    }

    /** What the channel wants to buy, and for how much at most in all. */
    record Purchase(String orderNumber, String goodsNumber, int quantity, long mostMinor, @Nullable String noticeTo) {
    }
}
