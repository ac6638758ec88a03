package io.wanqu.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.storefront.Counter.Opened;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vouchers: redeemed once whatever tills do, in parts, and taken back within rules. */
@WanquTest
class VoucherTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Counter counter;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private Opened north;
    private Opened south;
    private String code;

    @BeforeEach
    void aVoucherOfThreeUsesThatWasSold() {
        stall = market.stall(2);
        mark(stall, 3, 30);
        north = counter.open(stall.shop(), "TILL");
        south = counter.open(stall.shop(), "TILL");
        code = counter.code(counter.sold(stall, north));
    }

    @Test
    void a_voucher_is_redeemed_in_parts_until_nothing_is_left() {
        assertThat(counter.redeem(stall, north, "1", code, 1).json().path("left").asInt()).isEqualTo(2);
        assertThat(counter.redeem(stall, south, "1", code, 2).json().path("left").asInt()).isZero();

        var refused = counter.redeem(stall, south, "2", code, 1);
        assertThat(refused.code()).isEqualTo("storefront.voucher-used");
        assertThat(refused.json().path("left").asInt()).isZero();
        assertRedeemed(3, 2);
    }

    @Test
    void a_hundred_tries_of_two_tills_redeem_it_once() throws Exception {
        var answers = Together.run(100, n -> counter.redeem(stall, n % 2 == 0 ? north : south, "n" + n, code, 3));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).hasSize(99).allSatisfy(answer ->
                assertThat(answer.code()).isIn("storefront.voucher-used", "storefront.too-many-wrong-codes"));
        assertRedeemed(3, 1);
    }

    @Test
    void a_serial_number_that_is_repeated_is_one_redemption() throws Exception {
        var answers = Together.run(15, n -> counter.redeem(stall, north, "same", code, 1));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(14);
        assertThat(answers.stream().map(answer -> answer.json().path("id").asString()).distinct()).hasSize(1);
        assertThat(counter.redeem(stall, north, "same", code, 2).code()).isEqualTo("storefront.serial-reused");
        assertRedeemed(1, 1);
    }

    @Test
    void the_till_that_redeemed_takes_it_back_once_and_another_till_does_not() throws Exception {
        var id = counter.redeem(stall, north, "1", code, 3).json().path("id").asString();

        assertThat(reverse(id, south, tillToken()).code()).isEqualTo("storefront.not-reversible");
        var answers = Together.run(20, n -> reverse(id, north, tillToken()));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(left()).isEqualTo(3);
        assertThat(counter.redeem(stall, south, "9", code, 3).status()).isEqualTo(201);
        var listed = api.get("/api/v1/redemptions", api.tokenForAll(stall.shop())).json().path("items");
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(1).path("reversedBy").asString()).isEqualTo("till");
        assertThat(listed.get(1).path("reason").asString()).isEqualTo("wrong table");
    }

    @Test
    void after_the_time_only_a_manager_takes_it_back() {
        var id = counter.redeem(stall, north, "1", code, 3).json().path("id").asString();
        jdbc.sql("update storefront.redemption set redeemed_at = now() - interval '31 minutes' where shop_id = ?")
                .params(stall.shop().id().value()).update();

        assertThat(reverse(id, north, tillToken()).code()).isEqualTo("storefront.not-reversible");
        assertThat(left()).isZero();
        assertThat(reverse(id, null, api.tokenForAll(stall.shop())).status()).isEqualTo(200);
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void what_was_not_sold_or_is_no_voucher_is_answered_alike() {
        var plain = market.stall(stall.shop(), 1);
        var noVoucher = counter.code(counter.sold(plain, north));
        var unsold = "unsold-" + UUID.randomUUID();
        market.load(stall, List.of(unsold));

        for (var wrong : List.of("nothing-like-it", unsold, noVoucher)) {
            var answer = counter.redeem(stall, north, wrong, wrong, 1);
            assertThat(answer.code()).isEqualTo("storefront.unknown-voucher");
            assertThat(answer.text()).doesNotContain(wrong);
        }
        assertRedeemed(0, 0);
    }

    @Test
    void whoever_tries_codes_out_is_stopped_even_before_a_right_one() {
        for (var n = 0; n < 20; n++) {
            assertThat(counter.redeem(stall, north, "g" + n, "guess-" + n, 1).code()).isEqualTo("storefront.unknown-voucher");
        }

        assertThat(counter.redeem(stall, north, "right", code, 1).code()).isEqualTo("storefront.too-many-wrong-codes");
        assertRedeemed(0, 0);
        assertThat(counter.redeem(stall, south, "right", code, 1).status()).isEqualTo(201);
    }

    @Test
    void a_voucher_whose_money_went_back_or_whose_time_is_over_is_refused() {
        jdbc.sql("update ordering.order_line set state = 'refunded' where shop_id = ?").params(stall.shop().id().value()).update();
        assertThat(counter.redeem(stall, north, "1", code, 1).code()).isEqualTo("storefront.voucher-returned");

        jdbc.sql("update vault.card set expires_at = now() - interval '1 day' where shop_id = ?").params(stall.shop().id().value()).update();
        assertThat(counter.redeem(stall, north, "2", code, 1).code()).isEqualTo("storefront.voucher-expired");
        assertRedeemed(0, 0);
    }

    @Test
    void another_shop_and_those_without_the_scope_redeem_nothing() {
        var body = "{\"till\":\"%s\",\"serial\":\"1\",\"code\":\"%s\",\"uses\":1}".formatted(north.id(), code);

        assertThat(api.post("/api/v1/redemptions", null, body).status()).isEqualTo(401);
        assertThat(api.post("/api/v1/redemptions", api.tokenWithout(stall.shop(), Scope.ORDERS_WRITE), body).status()).isEqualTo(403);
        assertThat(api.post("/api/v1/redemptions", api.tokenForAll(market.stall(1).shop()), body).code()).isEqualTo("storefront.unknown-channel");
        assertRedeemed(0, 0);
    }

    private void mark(Stall marked, int uses, int minutes) {
        assertThat(api.send("PUT", "/api/v1/voucher-pools/" + marked.pool(), api.tokenForAll(marked.shop()),
                "{\"uses\":%d,\"reversalMinutes\":%d}".formatted(uses, minutes)).status()).isEqualTo(200);
    }

    private Answer reverse(String redemption, Opened till, String token) {
        var named = till == null ? "" : "\"till\":\"" + till.id() + "\",";
        return api.post("/api/v1/redemptions/" + redemption + "/reversal", token, "{" + named + "\"reason\":\"wrong table\"}");
    }

    private String tillToken() {
        return api.token(stall.shop(), Scope.ORDERS_WRITE);
    }

    private int left() {
        return jdbc.sql("select uses_left from storefront.voucher where shop_id = ?").params(stall.shop().id().value()).query(Integer.class).single();
    }

    private void assertRedeemed(int uses, int times) {
        assertThat(jdbc.sql("select coalesce(sum(uses), 0) from storefront.redemption where shop_id = ? and reversed_at is null")
                .params(stall.shop().id().value()).query(Integer.class).single()).isEqualTo(uses);
        assertThat(jdbc.sql("select count(*) from storefront.redemption where shop_id = ?").params(stall.shop().id().value())
                .query(Integer.class).single()).isEqualTo(times);
    }
}
