package io.wanqu.customer.staff;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.wanqu.customer.OrdersBought.ShopName;
import io.wanqu.customer.graph.LinkTable.Link;
import io.wanqu.customer.graph.PersonQueries;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;

/**
 * A customer as staff see him: what names him is masked.
 *
 * @param customers those that are this one person
 * @param spent     what remains of what he paid, one amount for each currency
 * @param merges    what made him one person, with what was undone
 * @param elsewhere the same person in shops that share their customers with this one, as far as he allowed them to
 */
record ShownCustomer(ShopId shop, CustomerId id, List<CustomerId> customers, boolean hasAccount, Instant since, long orders,
        @Nullable Instant lastOrderAt, List<Money> spent, List<Place> channels, List<Evidence> evidence, List<Merge> merges,
        List<Elsewhere> elsewhere) {

    ShownCustomer with(List<Elsewhere> found) {
        return new ShownCustomer(shop, id, customers, hasAccount, since, orders, lastOrderAt, spent, channels, evidence, merges, found);
    }

    /** Where he bought. */
    record Place(ChannelId channel, String kind, String name, int orders) {
    }

    /**
     * What speaks for him.
     *
     * @param masked     enough to recognise what one knows already
     * @param confidence in per cent
     * @param proved     by his account
     */
    record Evidence(String id, CustomerId customer, String kind, String masked, String source, int confidence, boolean strong, boolean proved,
            Instant firstSeenAt, Instant lastSeenAt) {

        static Evidence of(PersonQueries.Evidence evidence) {
            return new Evidence(Long.toString(evidence.id()), evidence.customer(), evidence.sign().kind().text(), evidence.sign().masked(),
                    evidence.source(), evidence.confidence(), evidence.sign().kind().strong(), evidence.proved(), evidence.firstSeenAt(),
                    evidence.lastSeenAt());
        }
    }

    /** @param moved the customers who got another person by it */
    record Merge(String id, CustomerId customer, CustomerId other, String rule, String by, @Nullable OrderId order, List<CustomerId> moved,
            Instant at, @Nullable String undoneBy, @Nullable Instant undoneAt) {

        static Merge of(Link link) {
            return new Merge(Long.toString(link.id()), new CustomerId(link.pair().low()), new CustomerId(link.pair().high()),
                    link.why().rule().name().toLowerCase(Locale.ROOT), link.why().by(), link.why().order(),
                    link.moved().stream().map(CustomerId::new).toList(), link.at(), link.undoneBy(), link.undoneAt());
        }
    }

    /** The same person in another shop. */
    record Elsewhere(ShopId shop, ShopName shopName, CustomerId customer, List<String> masked, long orders, @Nullable Instant lastOrderAt,
            List<Money> spent) {
    }

    /** A customer in a list. */
    record InList(ShopId shop, CustomerId id, List<String> masked, boolean hasAccount, long orders, @Nullable Instant lastOrderAt, Instant since) {
    }
}
