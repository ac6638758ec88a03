package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome.Published;
import io.wanqu.connector.listing.PublishOutcome.Rejected;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer is written once and stands in the channel as it was written. */
public abstract class ListingContract extends ConnectorContract {

    private int codes;

    @BeforeEach
    void only_for_channels_whose_offers_can_be_made() {
        assumeThat(capabilities().content().publishes()).isTrue();
    }

    @Test
    void shows_what_was_published() {
        var draft = draft("视频会员<月卡>&权益");

        var published = published(draft);
        var listing = read(published);

        assertThat(listing.title()).isEqualTo("视频会员<月卡>&权益");
        assertThat(listing.outerProductCode()).isEqualTo(draft.outerProductCode());
        assertThat(listing.skus()).singleElement().satisfies(sku -> {
            assertThat(sku.externalSkuId()).isEqualTo(published.skuIds().get(sku.outerSkuCode()));
            assertThat(sku.priceMinor()).isEqualTo(990);
            assertThat(sku.stock()).isEqualTo(7);
        });
    }

    @Test
    void changes_an_offer_and_makes_no_second_one() {
        var draft = draft("月卡");
        var published = published(draft);
        var before = all().size();
        var changed = new ListingDraft(draft.outerProductCode(), "月卡 新版", draft.description(), draft.pictures(),
            draft.category(), draft.attributes(), draft.skus());

        assertThat(session.publish(changed, published.externalProductId())).isInstanceOf(Published.class);

        assertThat(read(published).title()).isEqualTo("月卡 新版");
        assertThat(all()).hasSize(before);
    }

    @Test
    void makes_one_offer_although_the_first_answer_was_lost() {
        var draft = draft("季卡");
        var before = all().size();
        world.fail(Failure.CUT_AFTER_APPLYING, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.publish(draft, null)).matches(ConnectorException::retryable);
        assertThat(session.publish(draft, null)).isInstanceOf(Published.class);

        assertThat(all()).hasSize(before + 1);
    }

    @Test
    void puts_an_offer_up_and_takes_it_down() {
        var published = published(draft("年卡"));

        assertThat(session.show(published.externalProductId(), true)).isEqualTo(new Outcome.Done());
        assertThat(read(published).state()).isEqualTo(State.ON_SALE);
        assertThat(session.show(published.externalProductId(), false)).isEqualTo(new Outcome.Done());

        assertThat(read(published).state()).isEqualTo(State.OFF_SALE);
    }

    @Test
    void says_in_the_channels_words_why_an_offer_is_rejected() {
        var before = all().size();
        world.rejectNextListing("标题含有违禁词");

        var outcome = session.publish(draft("最便宜的月卡"), null);

        assertThat(outcome).isInstanceOf(Rejected.class);
        assertThat(((Rejected) outcome).findings()).anyMatch(each -> each.message().contains("标题含有违禁词"));
        assertThat(all()).hasSize(before);
    }

    @Test
    void sets_a_price_by_itself() {
        assumeThat(capabilities().content().pricePush()).isTrue();
        var draft = draft("半年卡");
        var published = published(draft);
        var sku = published.skuIds().get(draft.skus().getFirst().outerSkuCode());

        assertThat(session.setPrice(new PriceUpdate(published.externalProductId(), sku, 1290)))
            .isEqualTo(new Outcome.Done());

        assertThat(read(published).skus().getFirst().priceMinor()).isEqualTo(1290);
    }

    @Test
    void lists_every_offer_once() {
        var codes = new ArrayList<String>();
        for (var at = 0; at < 25; at++) {
            codes.add(published(draft("卡 " + at)).externalProductId());
        }

        assertThat(all()).extracting(Listing::externalProductId).containsAll(codes).doesNotHaveDuplicates();
    }

    private Published published(ListingDraft draft) {
        var outcome = session.publish(draft, null);
        assertThat(outcome).isInstanceOf(Published.class);
        return (Published) outcome;
    }

    private Listing read(Published published) {
        return session.listing(published.externalProductId()).orElseThrow();
    }

    private List<Listing> all() {
        var page = session.listings(null);
        var all = new ArrayList<>(page.listings());
        while (page.next() != null) {
            page = session.listings(page.next());
            all.addAll(page.listings());
        }
        return all;
    }

    private ListingDraft draft(String title) {
        codes++;
        return new ListingDraft("P-" + codes, title, "付款后自动发货", List.of(URI.create("https://shop.example/p.png")),
            world.category(), Map.of(), List.of(new ListingDraft.Sku("S-" + codes, "默认", 990, 7)));
    }
}
