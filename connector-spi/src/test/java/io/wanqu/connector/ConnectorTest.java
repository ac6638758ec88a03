package io.wanqu.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connector.supply.Consignment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectorTest {

    private final ChannelSession plain = new ReadOnlySession();

    @Test
    void refuses_politely_what_a_channel_cannot_do() {
        var code = new Delivery.Code("n", null, "c");

        assertThat(plain.deliver(new Delivery("o", "l", "s", List.of(code), Instant.EPOCH)))
            .isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(plain.cannotSupply("o", "l")).isInstanceOf(Outcome.Refused.class);
        assertThat(plain.setStock(StockUpdate.full("p", "s", 1, "k"))).isInstanceOf(Outcome.Refused.class);
        assertThat(plain.setStocks(List.of(StockUpdate.full("p", "s", 1, "k"), StockUpdate.full("p", "t", 1, "l"))))
            .hasSize(2).allMatch(Outcome.Refused.class::isInstance);
        assertThat(plain.publish(draft(), null)).isInstanceOf(PublishOutcome.Rejected.class);
        assertThat(plain.show("p", true)).isInstanceOf(Outcome.Refused.class);
        assertThat(plain.setPrice(new PriceUpdate("p", "s", 1))).isInstanceOf(Outcome.Refused.class);
        assertThat(plain.consign(new Consignment("p", "s", "b", List.of(code)))).isInstanceOf(Outcome.Refused.class);
        assertThat(plain.listing("p")).isEmpty();
        assertThat(plain.listings(null).listings()).isEmpty();
        assertThat(plain.codes("o", "l")).isEmpty();
        assertThat(plain.take(Duration.ZERO)).isEmpty();
        assertThat(plain.afterSalesChanged(ChangeWindow.updated(Instant.EPOCH, Instant.EPOCH), null).changes())
            .isEmpty();
    }

    @Test
    void builds_no_nonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> StockUpdate.full("p", "s", -1, "k"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery("o", "l", "s", List.of(), Instant.EPOCH));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> ChangeWindow.updated(Instant.EPOCH.plusSeconds(1), Instant.EPOCH));
    }

    @Test
    void says_what_to_do_about_trouble() {
        var limited = ConnectorException.limited("60000", "slower", Duration.ofSeconds(3));

        assertThat(limited.retryable()).isTrue();
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(ConnectorException.unreachable("away", null).retryable()).isTrue();
        assertThat(ConnectorException.failing("20000", "ill").retryAfter()).isEmpty();
        assertThat(ConnectorException.unauthorised("30001", "gone").needsAuthorisation()).isTrue();
        assertThat(ConnectorException.unauthorised("30001", "gone").retryable()).isFalse();
        assertThat(ConnectorException.refused("50002", "no").retryable()).isFalse();
    }

    private static ListingDraft draft() {
        return new ListingDraft("p", "title", "text", List.of(), "", Map.of(),
            List.of(new ListingDraft.Sku("s", "one", 100, 1)));
    }

    /** A channel of a stranger who wrote as little as possible. */
    private static final class ReadOnlySession implements ChannelSession {

        @Override
        public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
            return new OrderPage(List.of(), null);
        }

        @Override
        public Optional<ChannelOrder> order(String externalOrderId) {
            return Optional.empty();
        }

        @Override
        public PushAnswer receive(PushRequest request) {
            return new PushAnswer.Refused("no pushes", new PushAnswer.Reply(404, "text/plain", ""));
        }
    }
}
