package io.wanqu.vault;

import static io.wanqu.vault.VaultCast.aCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class RevealTest {

    @Autowired
    private Reveal reveal;
    @Autowired
    private Issue issue;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;
    private PoolId pool;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
    }

    @Test
    void shows_a_buyer_his_cards_and_logs_each_of_them() {
        cast.card(shop, pool, aCard().secret("FIRST-1"));
        cast.card(shop, pool, aCard().secret("SECOND-2"));
        issue(5, 2);

        var revealed = reveal.toBuyer(shop, 5, "10.0.0.1");

        assertThat(revealed).extracting(card -> card.secret().expose()).containsExactly("FIRST-1", "SECOND-2");
        assertThat(revealed).extracting(RevealedCard::unit).containsExactly(1, 2);
        assertThat(logged("buyer")).isEqualTo(2);
    }

    @Test
    void shows_the_same_again_while_the_answer_may_have_been_lost() {
        cast.cards(shop, pool, 1);
        issue(5, 1);
        var first = reveal.toBuyer(shop, 5, "buyer").getFirst().secret().expose();
        opened("9 minutes");

        assertThat(reveal.toBuyer(shop, 5, "buyer").getFirst().secret().expose()).isEqualTo(first);
        assertThat(logged("buyer")).isEqualTo(2);
    }

    @Test
    void shows_nothing_after_the_window_until_staff_grants_another_look() {
        cast.cards(shop, pool, 1);
        issue(5, 1);
        reveal.toBuyer(shop, 5, "buyer");
        opened("11 minutes");

        assertThatExceptionOfType(VaultProblem.AlreadyRevealed.class).isThrownBy(() -> reveal.toBuyer(shop, 5, "buyer"));
        assertThat(logged("buyer")).isEqualTo(1);

        reveal.grantAgain(shop, 5, "mei");
        assertThat(reveal.toBuyer(shop, 5, "buyer")).hasSize(1);
        assertThat(logged("grant")).isEqualTo(1);
    }

    @Test
    void shows_units_that_came_after_an_earlier_look() {
        cast.cards(shop, pool, 1);
        issue(5, 2);
        reveal.toBuyer(shop, 5, "buyer");
        opened("1 hour");
        cast.card(shop, pool, aCard().secret("LATE"));
        issue(5, 2);

        assertThat(reveal.toBuyer(shop, 5, "buyer")).extracting(card -> card.secret().expose()).containsExactly("LATE");
    }

    @Test
    void shows_nothing_where_nothing_is_delivered() {
        assertThat(reveal.toBuyer(shop, 404, "buyer")).isEmpty();
        assertThat(reveal.toChannel(shop, 404, 1, "channel")).isEmpty();
        assertThatExceptionOfType(VaultProblem.UnknownDelivery.class).isThrownBy(() -> reveal.grantAgain(shop, 404, "mei"));
        assertThatExceptionOfType(VaultProblem.UnknownCard.class).isThrownBy(() -> reveal.toStaff(shop, 404, "mei"));
        assertThat(logged("buyer") + logged("channel") + logged("grant") + logged("staff")).isZero();
    }

    @Test
    void shows_a_channel_its_line_as_often_as_it_asks() {
        cast.card(shop, pool, aCard().secret("ONLY"));
        issue(5, 1);

        reveal.toChannel(shop, 5, 1, "taobao");

        assertThat(reveal.toChannel(shop, 5, 1, "taobao")).extracting(card -> card.secret().expose()).containsExactly("ONLY");
        assertThat(reveal.toChannel(shop, 5, 2, "taobao")).isEmpty();
        assertThat(logged("channel")).isEqualTo(2);
    }

    @Test
    void shows_a_channel_many_lines_at_once_each_with_its_own_cards() {
        cast.cards(shop, pool, 3);
        issue(5, 1);
        issue(6, 2);

        var shown = reveal.toChannel(shop, List.of(new Reveal.Line(5, 1), new Reveal.Line(6, 1), new Reveal.Line(404, 1)), "taobao");

        assertThat(shown.keySet()).containsExactlyInAnyOrder(new Reveal.Line(5, 1), new Reveal.Line(6, 1));
        assertThat(shown.get(new Reveal.Line(5, 1))).extracting(card -> card.secret().expose()).isEqualTo(secrets(5));
        assertThat(shown.get(new Reveal.Line(6, 1))).extracting(card -> card.secret().expose()).hasSize(2).isEqualTo(secrets(6));
        assertThat(logged("channel")).isEqualTo(3 + 3);
        assertThat(reveal.toChannel(shop, List.of(), "taobao")).isEmpty();
    }

    private List<String> secrets(long holder) {
        return reveal.toChannel(shop, holder, 1, "taobao").stream().map(card -> card.secret().expose()).toList();
    }

    @Test
    void shows_staff_one_card_of_the_own_shop_only() {
        var card = cast.card(shop, pool, aCard().secret("SEEN"));

        assertThat(reveal.toStaff(shop, card, "mei").secret().expose()).isEqualTo("SEEN");
        assertThatExceptionOfType(VaultProblem.UnknownCard.class).isThrownBy(() -> reveal.toStaff(cast.shop(), card, "eve"));
        assertThat(logged("staff")).isEqualTo(1);
    }

    @Test
    void marks_the_first_look_once_when_many_look_at_once() throws Exception {
        cast.cards(shop, pool, 1);
        issue(5, 1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = IntStream.range(0, 100).mapToObj(n -> (Callable<Integer>) () -> reveal.toBuyer(shop, 5, "buyer").size()).toList();
            assertThat(threads.invokeAll(looks).stream().mapToInt(look -> look.resultNow()).sum()).isEqualTo(100);
        }

        assertThat(logged("buyer")).isEqualTo(100);
    }

    @Test
    void says_nothing_of_a_secret_as_text() {
        var card = cast.card(shop, pool, aCard().secret("CANARY-77"));

        assertThat(reveal.toStaff(shop, card, "mei").toString()).doesNotContain("CANARY");
    }

    private void issue(long holder, int quantity) {
        cast.inTransaction(() -> issue.issue(List.of(new Claim(shop, pool, holder, 1, quantity, List.of()))));
    }

    private void opened(String ago) {
        jdbc.sql("update vault.delivery set opened_at = now() - cast(? as interval) where shop_id = ? and opened_at is not null")
            .params(ago, shop.value()).update();
    }

    private int logged(String kind) {
        return jdbc.sql("select count(*) from vault.reveal_log where shop_id = ? and kind = ?")
            .params(shop.value(), kind).query(Integer.class).single();
    }
}
