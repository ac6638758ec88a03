package io.wanqu.connectors.xianyu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connector.supply.Consignment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardStoreTest {

    private final XianyuWorld world = new XianyuWorld();
    private final ChannelSession session = world.connector().open(world.account(Tokens.none(), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void lets_the_platform_ship_what_lies_in_its_store() {
        assertThat(session.consign(batch("A", "B", "C"))).isEqualTo(new Outcome.Done());
        world.stage().pull("/cards/bind", "{\"kindId\":%d,\"productId\":\"%s\"}"
            .formatted(kinds().path(0).path("kind_id").asLong(), world.productId()));

        var placed = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(session.order(placed.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(session.codes(placed.orderId(), placed.lineId())).extracting(Code::number).containsExactly("A", "B");
        assertThat(session.codes(placed.orderId(), placed.lineId())).extracting(Code::secret)
            .containsExactly(Secret.of("密-A"), Secret.of("密-B"));
        assertThat(kinds().path(0).path("stock").asInt()).isEqualTo(1);
    }

    @Test
    void loads_a_batch_once_although_its_answer_was_lost() {
        world.stage().pull("/fault", "{\"times\":1,\"after\":true,\"code\":0,\"method\":\"%s\"}".formatted(Facts.STORE_CREATE));

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.consign(batch("A", "B"))).matches(ConnectorException::retryable);
        assertThat(session.consign(batch("A", "B"))).isEqualTo(new Outcome.Done());

        assertThat(kinds()).hasSize(1);
        assertThat(kinds().path(0).path("stock").asInt()).isEqualTo(2);
    }

    @Test
    void puts_a_card_without_a_number_of_its_own_into_the_secret() {
        assertThat(CardStore.card(new Code("WHOLE", null, "1"))).containsOnly(Map.entry("card_pwd", "WHOLE"));
        assertThat(CardStore.card(new Code("NO", Secret.of("PWD"), "1")))
            .containsOnly(Map.entry("card_no", "NO"), Map.entry("card_pwd", "PWD"));
    }

    private JsonNode kinds() {
        return world.stage().look("/cards").path("kinds");
    }

    private Consignment batch(String... numbers) {
        return new Consignment(world.productId(), world.skuId(), "batch-1", List.of(numbers).stream()
            .map(number -> new Code(number, Secret.of("密-" + number), number)).toList());
    }
}
