package io.wanqu.vault;

import static io.wanqu.vault.VaultCast.aCard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class ChooseCardsTest {

    @Autowired
    private ChooseCards chooseCards;
    @Autowired
    private CardChoices choices;
    @Autowired
    private Issue issue;
    @Autowired
    private VaultQueries queries;
    @Autowired
    private VaultCast cast;

    private ShopId shop;
    private PoolId pool;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
    }

    @Test
    void gives_the_chosen_card_to_its_holder_and_to_nobody_else() {
        var plain = cast.card(shop, pool, aCard());
        var lucky = cast.card(shop, pool, aCard().label("8888"));
        assertThat(choose(1, lucky)).containsExactly(lucky);

        var issued = cast.inTransaction(() -> issue.issue(List.of(
                new Claim(shop, pool, 2, 1, 2, List.of()), new Claim(shop, pool, 1, 1, 1, List.of(lucky)))));

        assertThat(issued).containsExactly(new Issued(2, 1, 1), new Issued(1, 1, 1));
        assertThat(queries.countByPool(shop)).containsExactly(new PoolCount(shop, pool, 0, 0, 0, 2, 0, 2, 0));
        assertThat(plain).isNotEqualTo(lucky);
    }

    @Test
    void does_not_replace_a_chosen_card_that_is_not_held() {
        var lucky = cast.card(shop, pool, aCard().label("8888"));
        cast.cards(shop, pool, 3);

        var issued = cast.inTransaction(() -> issue.issue(List.of(new Claim(shop, pool, 1, 1, 1, List.of(lucky)))));

        assertThat(issued).containsExactly(new Issued(1, 1, 0));
        assertThat(queries.countByPool(shop).getFirst().available()).isEqualTo(4);
    }

    @Test
    void lets_go_of_what_a_holder_chose() {
        var lucky = cast.card(shop, pool, aCard().label("8888"));
        choose(1, lucky);
        assertThat(choose(2, lucky)).isEmpty();

        cast.inTransaction(() -> {
            chooseCards.release(shop, List.of(1L));
            return true;
        });

        assertThat(choose(2, lucky)).containsExactly(lucky);
    }

    @Test
    void answers_the_same_to_a_holder_who_chooses_twice() {
        var lucky = cast.card(shop, pool, aCard().label("8888"));
        choose(1, lucky);

        assertThat(choose(1, lucky)).containsExactly(lucky);
    }

    @Test
    void sets_aside_no_card_of_several_uses_nor_of_another_shop() {
        var loop = cast.card(shop, pool, aCard().uses(5).label("loop"));
        var stranger = cast.shop();
        var foreign = cast.card(stranger, cast.pool(stranger), aCard().label("foreign"));

        assertThat(choose(1, loop, foreign)).isEmpty();
    }

    @Test
    void gives_a_card_that_many_choose_at_once_to_one_of_them() throws Exception {
        var lucky = cast.card(shop, pool, aCard().label("8888"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = LongStream.rangeClosed(1, 120).mapToObj(holder -> (Callable<List<Long>>) () -> choose(holder, lucky)).toList();
            assertThat(threads.invokeAll(tasks).stream().filter(taken -> !taken.resultNow().isEmpty())).hasSize(1);
        }
    }

    @Test
    void lists_labelled_cards_that_can_still_be_chosen_page_by_page() {
        var first = cast.card(shop, pool, aCard().label("one"));
        cast.card(shop, pool, aCard());
        var taken = cast.card(shop, pool, aCard().label("two"));
        var third = cast.card(shop, pool, aCard().label("three"));
        choose(9, taken);

        var page = choices.page(shop, pool, null, 1);

        assertThat(page.items()).extracting(CardChoices.CardChoice::cardId).containsExactly(first);
        assertThat(choices.page(shop, pool, Long.valueOf(page.next()), 1).items())
                .extracting(CardChoices.CardChoice::label).containsExactly("three");
        assertThat(choices.find(shop, List.of(third)).get(third).premiumMinor()).isZero();
    }

    private List<Long> choose(long holder, Long... cards) {
        return cast.inTransaction(() -> chooseCards.choose(shop, pool, holder, List.of(cards)));
    }
}
