package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class SupplyTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private PlaceOrders placeOrders;

    @Test
    void offers_what_is_listed_at_its_price_and_stock() {
        var booth = buying(7, 10_000);

        assertThat(ask(booth, "/goods?keyword=Rare").text()).isEqualTo("game:990:7");
        assertThat(ask(booth, "/goods?keyword=nothing").status()).isEqualTo(404);
        assertThat(ask(booth, "/balance").text()).isEqualTo("10000");
    }

    @Test
    void sells_once_and_answers_the_codes_every_time() {
        var booth = buying(3, 10_000);

        var first = order(booth, "s-1", 2, 1_980);
        var again = order(booth, "s-1", 1, 5_000);

        assertThat(first).startsWith("DONE 1980").isEqualTo(again);
        assertThat(first.split(" ")[3].split(",")).hasSize(2);
        assertThat(ask(booth, "/find?number=s-1").text()).isEqualTo(first);
        assertThat(bazaar.orderStates(booth)).containsExactly("delivered");
        assertThat(ask(booth, "/balance").text()).isEqualTo("8020");
        booth.soon().until(() -> bazaar.count(booth, "channel.write_back", "state = 'done' and last_code = 'answered'") == 1);
        assertThat(booth.world().deliveries).isEmpty();
    }

    @Test
    void many_at_once_with_one_number_are_one_sale() {
        var booth = buying(50, 1_000_000);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 100).mapToObj(n -> threads.submit(() -> order(booth, "s-" + n % 10, 1, 990))).toList();
            assertThat(answers.stream().map(SupplyTest::joined).distinct()).hasSize(10).allMatch(text -> text.startsWith("DONE 990"));
        }

        assertThat(bazaar.orderStates(booth)).hasSize(10).containsOnly("delivered");
        assertThat(ask(booth, "/balance").text()).isEqualTo(Long.toString(1_000_000 - 9_900));
    }

    @Test
    void refuses_a_price_above_the_ceiling_and_sells_nothing_even_when_asked_again() {
        var booth = buying(3, 10_000);

        assertThat(order(booth, "s-1", 1, 989)).startsWith("FAILED 990 price");
        assertThat(order(booth, "s-1", 1, 2_000)).startsWith("FAILED 990 price");

        assertThat(bazaar.orderStates(booth)).isEmpty();
        assertThat(ask(booth, "/balance").text()).isEqualTo("10000");
    }

    @Test
    void refuses_what_goes_beyond_the_credit_or_the_stock() {
        var booth = buying(1, 1_500);

        assertThat(order(booth, "s-1", 2, 5_000)).startsWith("FAILED 1980 credit");
        api.send("PUT", "/api/v1/channels/" + booth.key().channel() + "/credit", booth.token(), "{\"limitMinor\":9000}");
        assertThat(order(booth, "s-2", 2, 5_000)).startsWith("FAILED 1980 stock");
        assertThat(order(booth, "s-3", 1, 5_000)).startsWith("DONE 990");
        assertThat(order(booth, "s-4", 1, 5_000)).startsWith("FAILED 990 stock");

        assertThat(bazaar.orderStates(booth)).containsExactly("delivered");
        var paid = api.send("POST", "/api/v1/channels/" + booth.key().channel() + "/credit/payments", booth.token(), "{\"paidMinor\":990}");
        assertThat(paid.json().path("leftMinor").asLong()).isEqualTo(9_000);
    }

    @Test
    void tells_stock_of_watched_goods_only() {
        var booth = buying(20, 10_000);
        booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "due_at is null") == 1);
        placeOrders.place(booth.stall().order(1));
        booth.soon().until(() -> bazaar.count(booth, "channel.stock_push", "acknowledged = 19 and due_at is null") == 1);
        assertThat(booth.world().stockCalls).hasValue(0);

        assertThat(ask(booth, "/watch?goods=game&token=t-1").text()).isEqualTo("ok");
        booth.soon().until(() -> booth.world().stock.getOrDefault("game", 0L) == 19);
        placeOrders.place(booth.stall().order(2));

        booth.soon().until(() -> booth.world().stock.getOrDefault("game", 0L) == 17);
        assertThat(booth.world().prices).containsEntry("game", 990L);
    }

    private Booth buying(int keys, long credit) {
        var booth = bazaar.booth("invented-buying", keys);
        api.send("PUT", "/api/v1/channels/" + booth.key().channel() + "/credit", booth.token(), "{\"limitMinor\":" + credit + "}");
        return booth;
    }

    private String order(Booth booth, String number, int quantity, long most) {
        return ask(booth, "/order?number=%s&goods=game&quantity=%d&most=%d".formatted(number, quantity, most)).text();
    }

    private Answer ask(Booth booth, String path) {
        return api.get("/api/v1/channel-supply/" + booth.key().shop() + "/" + booth.key().channel() + path, null);
    }

    private static String joined(Future<String> answer) {
        try {
            return answer.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
