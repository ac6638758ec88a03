package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome.Published;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemsTest {

    private final TaobaoWorld world = new TaobaoWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void makes_one_item_although_the_answer_to_its_making_was_lost() {
        world.stage().pull("/fault", "{\"times\":1,\"after\":true,\"code\":0,\"method\":\"taobao.item.add\"}");
        var draft = draft(new ListingDraft.Sku("S-1", "月卡", 990, 7));

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.publish(draft, null));
        assertThat(session.publish(draft, null)).isInstanceOf(Published.class);

        assertThat(world.stage().look("/shop?shopId=" + world.shopId()).path("products").asInt()).isEqualTo(2);
    }

    @Test
    void keeps_the_skus_of_an_item_apart() {
        var published = (Published) session.publish(draft(new ListingDraft.Sku("S-1", "月卡", 990, 7),
            new ListingDraft.Sku("S-2", "年卡", 9900, 3)), null);

        assertThat(session.setPrice(new PriceUpdate(published.externalProductId(), published.skuIds().get("S-2"), 8800)))
            .isEqualTo(new Outcome.Done());

        var skus = session.listing(published.externalProductId()).orElseThrow().skus();
        assertThat(skus).extracting(sku -> sku.outerSkuCode() + " " + sku.priceMinor() + " " + sku.stock())
            .containsExactly("S-1 990 7", "S-2 8800 3");
    }

    @Test
    void refuses_a_price_for_a_sku_that_is_not_there() {
        assertThat(session.setPrice(new PriceUpdate(world.productId(), "1", 8800))).isInstanceOf(Outcome.Refused.class);
        assertThat(session.setPrice(new PriceUpdate("1", world.skuId(), 8800))).isInstanceOf(Outcome.Refused.class);

        assertThat(world.stage().look("/stock?sku=" + world.skuId()).path("priceFen").asLong()).isEqualTo(990);
    }

    @Test
    void knows_nothing_of_an_item_that_is_not_there() {
        assertThat(session.listing("1")).isEmpty();
    }

    @Test
    void has_no_offer_that_waits_to_be_rejected_for_a_title_too_long() {
        var draft = new ListingDraft("P-9", "卡".repeat(31), "付款后自动发货", List.of(), world.category(), Map.of(),
            List.of(new ListingDraft.Sku("S-9", "月卡", 990, 7)));

        assertThat(session.publish(draft, null).toString()).contains("ITEM_TITLE_TOO_LONG");
        assertThat(world.stage().look("/shop?shopId=" + world.shopId()).path("products").asInt()).isEqualTo(1);
    }

    private ListingDraft draft(ListingDraft.Sku... skus) {
        return new ListingDraft("P-1", "会员卡", "付款后自动发货", List.of(), world.category(), Map.of(), List.of(skus));
    }

    private static Tokens steady(Tokens.Pair pair) {
        return new Tokens() {
            @Override
            public Pair current() {
                return pair;
            }

            @Override
            public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
                return pair;
            }
        };
    }
}
