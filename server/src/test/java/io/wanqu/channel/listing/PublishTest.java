package io.wanqu.channel.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offers;
import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteSku;
import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.connector.listing.Listing;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Money;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class PublishTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private Offers offers;
    @Autowired
    private WriteProduct writeProduct;
    @Autowired
    private WriteSku writeSku;

    @Test
    void publishes_once_and_maps_what_the_channel_shows() {
        var booth = shelf(market.stall(7));

        var answer = publish(booth, "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'on_sale' and due_at is null") == 1);
        var there = shown(booth);
        assertThat(there.title()).isEqualTo("Rare game");
        assertThat(there.skus()).extracting(Listing.Sku::priceMinor, Listing.Sku::stock).containsExactly(tuple(990L, 7L));
        assertThat(bazaar.count(booth, "channel.listing", "sku_id = " + booth.stall().sku())).isEqualTo(1);
        booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "acknowledged = 7") == 1);
        var progress = progress(booth, answer);
        assertThat(progress.json().path("progress").path("done").asLong()).isEqualTo(1);
        assertThat(api.get("/api/v1/publications", booth.token()).json()).hasSize(1);
    }

    @Test
    void a_lost_answer_makes_one_offer() {
        var booth = shelf(market.stall(1));
        booth.world().lostAnswers.set(1);

        publish(booth, "");

        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'on_sale' and due_at is null") == 1);
        assertThat(booth.world().offers).hasSize(1);
        assertThat(booth.world().publishes).hasValue(2);
        assertThat(bazaar.count(booth, "channel.listing", "true")).isEqualTo(1);
    }

    @Test
    void an_edit_reaches_every_channel_that_shows_the_product() {
        var stall = market.stall(1);
        var one = shelf(stall);
        var other = shelf(stall);
        publishAll(one, List.of(one, other));
        one.soon().until(() -> shows(one, "Rare game") && shows(other, "Rare game"));
        one.soon().until(() -> bazaar.count(one, "channel.offer", "due_at is null") + bazaar.count(other, "channel.offer", "due_at is null") == 2);

        writeProduct.change(stall.shop().id(), product(stall), new WriteProduct.Content("Rarer game", "Two keys.", WriteProduct.State.ON));

        one.soon().until(() -> shows(one, "Rarer game") && shows(other, "Rarer game"));
        assertThat(one.world().offers).hasSize(1);
    }

    @Test
    void a_new_price_is_set_without_publishing_again() {
        var booth = shelf(market.stall(1));
        publish(booth, "");
        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'on_sale' and due_at is null") == 1);

        writeSku.change(booth.stall().shop().id(), booth.stall().sku(),
                new WriteSku.Content(booth.stall().pool(), "", Money.of(1_200, "CNY"), true, 10, false));

        booth.soon().until(() -> Long.valueOf(1_200).equals(booth.world().prices.get("there-" + product(booth.stall()))));
        assertThat(booth.world().publishes).hasValue(1);
    }

    @Test
    void shows_a_rejection_in_the_words_of_the_channel() {
        var booth = shelf(market.stall(1));
        booth.world().rejects = "the category wants a licence";

        var answer = publish(booth, "");

        booth.soon().until(() -> progress(booth, answer).json().path("progress").path("rejected").asLong() == 1);
        var finding = progress(booth, answer).json().path("items").path(0).path("findings").path(0);
        assertThat(finding.path("code").asString()).isEqualTo("E-17");
        assertThat(finding.path("message").asString()).isEqualTo("the category wants a licence");
        assertThat(booth.world().offers).isEmpty();
        assertThat(bazaar.count(booth, "channel.listing", "true")).isZero();
        assertThat(bazaar.count(booth, "channel.alert", "code = 'offer-rejected' and closed_at is null")).isEqualTo(1);
    }

    @Test
    void says_what_a_channel_would_not_take_and_does_not_ask_it() {
        var booth = shelf(market.stall(1));
        var written = bazaar.send(booth, "PUT", "/drafts/" + product(booth.stall()),
                "{\"variant\":{\"title\":\"The best {title} there ever was\",\"pictures\":[\"https://a.example/1\",\"https://a.example/2\",\"https://a.example/3\"]}}");

        var answer = publish(booth, "");
        booth.soon().until(() -> progress(booth, answer).json().path("progress").path("rejected").asLong() == 1);

        assertThat(written.json().path("findings").findValuesAsString("code"))
                .containsExactly("title-too-long", "forbidden-word", "too-many-pictures");
        assertThat(written.json().path("findings").path(0).path("expected").asString()).isEqualTo("at most 20 characters");
        assertThat(booth.world().publishes).hasValue(0);
    }

    @Test
    void makes_a_draft_from_the_template_and_shows_the_difference() {
        var booth = shelf(market.stall(1));
        var template = api.post("/api/v1/content-templates", booth.token(), "{\"name\":\"Short\",\"content\":{\"title\":\"{title}!\",\"category\":\"77\"}}");
        var at = "/drafts/" + product(booth.stall());
        publish(booth, "");
        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'on_sale' and due_at is null") == 1);
        booth.world().down = true;

        var written = bazaar.send(booth, "PUT", at, "{\"template\":%s}".formatted(template.json().path("id").asString()));
        booth.world().down = false;

        assertThat(written.json().path("draft").path("title").asString()).as(written.text()).isEqualTo("Rare game!");
        assertThat(written.json().path("draft").path("category").asString()).isEqualTo("77");
        booth.soon().until(() -> shows(booth, "Rare game!"));
        assertThat(bazaar.get(booth, at + "/difference").json().path("fields")).isEmpty();
    }

    @Test
    void takes_an_offer_down_and_puts_it_up_again() {
        var booth = shelf(market.stall(1));
        publish(booth, "");
        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'on_sale' and due_at is null") == 1);

        publish(booth, ",\"shown\":false");
        booth.soon().until(() -> shown(booth).state() == Listing.State.OFF_SALE);
        booth.soon().until(() -> bazaar.count(booth, "channel.offer", "state = 'off_sale' and due_at is null") == 1);
        publish(booth, "");

        booth.soon().until(() -> shown(booth).state() == Listing.State.ON_SALE);
        assertThat(booth.world().publishes).hasValue(1);
    }

    @Test
    void refuses_all_when_one_channel_takes_no_offers() {
        var stall = market.stall(1);
        var booth = shelf(stall);
        var closed = bazaar.connect("invented-open", stall, "app-open", Map.of());

        var answer = publishAll(booth, List.of(booth, closed));

        assertThat(answer.code()).isEqualTo("channel.not-publishing");
        assertThat(bazaar.count(booth, "channel.offer", "true")).isZero();
        assertThat(api.get("/api/v1/publications", booth.token()).json()).isEmpty();
        assertThat(booth.world().publishes).hasValue(0);
        assertThat(api.post("/api/v1/publications", api.tokenWithout(stall.shop(), Scope.CHANNELS_WRITE), "{}").status()).isEqualTo(403);
    }

    private Booth shelf(Stall stall) {
        return bazaar.connect("invented-shelf", stall, "app-shelf", Map.of());
    }

    private Answer publish(Booth booth, String more) {
        return api.post("/api/v1/publications", booth.token(),
                "{\"channels\":[\"%s\"],\"products\":[%d]%s}".formatted(booth.key().channel(), product(booth.stall()), more));
    }

    private Answer publishAll(Booth by, List<Booth> booths) {
        var channels = booths.stream().map(it -> "\"" + it.key().channel() + "\"").toList();
        return api.post("/api/v1/publications", by.token(), "{\"channels\":%s,\"products\":[%d]}".formatted(channels, product(by.stall())));
    }

    private Answer progress(Booth booth, Answer publication) {
        return api.get("/api/v1/publications/" + publication.json().path("progress").path("id").asString(), booth.token());
    }

    private long product(Stall stall) {
        return offers.find(List.of(stall.sku())).get(stall.sku()).product();
    }

    private static Listing shown(Booth booth) {
        return booth.world().offers.values().iterator().next();
    }

    private static boolean shows(Booth booth, String title) {
        return booth.world().offers.values().stream().anyMatch(it -> it.title().equals(title));
    }
}
