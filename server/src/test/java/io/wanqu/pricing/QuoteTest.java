package io.wanqu.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Offer;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Money;
import io.wanqu.pricing.WritePriceList.Row;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class QuoteTest {

    private static final ChannelId DOUYIN = new ChannelId(4711);

    @Autowired
    private Quote quote;

    @Autowired
    private WritePriceList writePriceList;

    @Autowired
    private Storefront storefront;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private Offer offer;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        offer = storefront.offer(shop, 990);
    }

    @Test
    void quotes_the_list_price_where_no_list_applies() {
        var price = ask(shop.page(), 3);

        assertThat(price).isEqualTo(new Price(cny(990), cny(2970), List.of("list-price: list price: 9.90 CNY")));
    }

    @Test
    void changes_the_price_exactly_at_the_border_of_a_tier() {
        replace(row("Bulk", null, 5, 900), row("Bulk", null, 10, 800));

        assertThat(List.of(4, 5, 9, 10, 11)).extracting(quantity -> ask(shop.page(), quantity).unit().minor())
                .containsExactly(990L, 900L, 900L, 800L, 800L);
    }

    @Test
    void prefers_the_list_of_the_channel_and_says_why() {
        replace(row("Everyone", null, 1, 700), row("Douyin", DOUYIN, 1, 880));

        assertThat(ask(DOUYIN, 2).reasons())
                .containsExactly("list-price: list price: 9.90 CNY", "channel-price: channel price list 'Douyin': 8.80 CNY");
        assertThat(ask(shop.page(), 2).amount()).isEqualTo(cny(1400));
    }

    @Test
    void falls_back_to_all_channels_below_the_first_tier_of_the_channel() {
        replace(row("Everyone", null, 1, 900), row("Douyin", DOUYIN, 10, 600));

        assertThat(ask(DOUYIN, 9).unit()).isEqualTo(cny(900));
        assertThat(ask(DOUYIN, 10).reasons().getLast()).isEqualTo("channel-price: channel price list 'Douyin' from 10 pieces: 6.00 CNY");
    }

    @Test
    void applies_a_price_only_while_it_is_valid() {
        var now = clock.instant();
        var hour = Duration.ofHours(1);
        replace(new Row("Over", null, 1, 100, null, now.minus(hour)),
                new Row("Coming", null, 1, 200, now.plus(hour), null),
                new Row("Now", null, 1, 300, now.minus(hour), now.plus(hour)));

        assertThat(ask(shop.page(), 1).unit()).isEqualTo(cny(300));
    }

    @Test
    void prefers_the_list_that_began_last_among_equal_tiers() {
        var now = clock.instant();
        replace(row("Always", null, 1, 500), new Row("Old", null, 1, 100, now.minusSeconds(90), null),
                new Row("Young", null, 1, 200, now.minusSeconds(60), null));

        assertThat(ask(shop.page(), 1).unit()).isEqualTo(cny(200));
    }

    @Test
    void answers_many_asks_in_their_order() {
        var other = storefront.offer(storefront.shop(), 10);
        replace(row("Bulk", null, 2, 500));

        var prices = quote.quote(List.of(new Ask(offer, DOUYIN, 1), new Ask(other, DOUYIN, 7), new Ask(offer, DOUYIN, 2)));

        assertThat(prices).extracting(price -> price.amount().minor()).containsExactly(990L, 70L, 1000L);
        assertThat(quote.quote(List.of())).isEmpty();
    }

    @Test
    void replaces_a_list_as_a_whole() {
        replace(row("Bulk", null, 2, 500), row("Bulk", null, 3, 400));

        var version = replace(row("Only", null, 3, 300));

        assertThat(version).isEqualTo(2);
        assertThat(ask(shop.page(), 2).unit()).isEqualTo(cny(990));
        assertThat(ask(shop.page(), 3).unit()).isEqualTo(cny(300));
        assertThat(eventsOf(offer)).isEqualTo(2);
    }

    @Test
    void refuses_the_sku_of_another_shop_and_leaves_its_list_alone() {
        replace(row("Bulk", null, 1, 500));

        assertThatExceptionOfType(CatalogProblem.UnknownSku.class)
                .isThrownBy(() -> writePriceList.replace(storefront.shop().id(), offer.sku(), List.of()));

        assertThat(ask(shop.page(), 1).unit()).isEqualTo(cny(500));
        assertThat(eventsOf(offer)).isEqualTo(1);
    }

    @Test
    void refuses_a_list_with_one_bad_row_and_names_it() {
        var backwards = new Row("Bulk", null, 1, 5, Instant.EPOCH.plusSeconds(1), Instant.EPOCH);

        assertThatExceptionOfType(KernelProblem.InvalidValue.class)
                .isThrownBy(() -> replace(row("Good", null, 1, 5), backwards))
                .satisfies(problem -> assertThat(problem.facts()).containsEntry("field", "/prices/1/validTo"));

        assertThat(eventsOf(offer)).isZero();
    }

    private Price ask(ChannelId channel, int quantity) {
        return quote.quote(List.of(new Ask(offer, channel, quantity))).getFirst();
    }

    private long replace(Row... rows) {
        return writePriceList.replace(shop.id(), offer.sku(), List.of(rows));
    }

    private long eventsOf(Offer of) {
        return jdbc.sql("select count(*) from kernel.event where type = 'pricing.price-list-changed' and subject = :sku")
                .param("sku", of.sku().value()).query(Long.class).single();
    }

    private static Row row(String name, @Nullable ChannelId channel, int from, long minor) {
        return new Row(name, channel, from, minor, null, null);
    }

    private static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }
}
