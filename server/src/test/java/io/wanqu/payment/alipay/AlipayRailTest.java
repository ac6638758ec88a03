package io.wanqu.payment.alipay;

import static io.wanqu.payment.rail.RailStage.number;
import static io.wanqu.payment.rail.RailStage.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Provider;
import io.wanqu.payment.rail.RailContract;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailStage;
import io.wanqu.payment.rail.RailStage.Step;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.rail.SplitRail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlipayRailTest implements RailContract {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private static Provider provider;

    @BeforeAll
    static void open() {
        provider = new Provider("alipay");
    }

    @AfterAll
    static void shut() {
        provider.close();
    }

    @Override
    public RailStage stage() {
        return new RailStage(new Spelled(), provider, false);
    }

    @Override
    public RailStage sharingStage() {
        return new RailStage(new Spelled(), provider, true);
    }

    @Override
    public SplitRail.Receiver receiver() {
        return new SplitRail.Receiver("userId", "2088101126708402", "某某", "DISTRIBUTOR");
    }

    @Test
    void each_method_gets_what_its_page_needs() {
        try (var stage = stage()) {
            assertThat(started(stage, Method.PRECREATE)).containsOnlyKeys("qr_code");
            assertThat(started(stage, Method.PAGE).get("url")).contains("method=alipay.trade.page.pay", "sign=");
            assertThat(started(stage, Method.WAP).get("url")).contains("method=alipay.trade.wap.pay", "sign=");
            assertThat(started(stage, Method.APP).get("order")).contains("method=alipay.trade.app.pay", "sign=");
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> started(stage, Method.JSAPI));
        }
    }

    private static Map<String, String> started(RailStage stage, Method method) {
        return stage.rail.start(stage.account, stage.asked(number(), yuan("1.00"), method)).instruction();
    }

    @Test
    void a_buyer_pays_at_the_cashier_and_comes_back_without_proof() throws IOException, InterruptedException {
        try (var stage = stage()) {
            var asked = stage.asked(number(), yuan("88.88"), Method.PAGE);
            var payment = new Reference(asked.payment(), null, asked.amount());
            var page = URI.create(stage.rail.start(stage.account, asked).instruction().get("url"));
            assertThat(stage.rail.query(stage.account, payment).state()).isEqualTo(Seen.State.MISSING);

            var shown = get(page);
            assertThat(shown.body()).contains("88.88", "月卡 30 天");
            assertThat(stage.rail.query(stage.account, payment).state()).isEqualTo(Seen.State.PENDING);
            var button = Pattern.compile("action=\"([^\"]+)\"").matcher(shown.body());
            assertThat(button.find()).isTrue();
            var back = BROWSER.send(HttpRequest.newBuilder(page.resolve(button.group(1))).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.ofString());

            assertThat(back.statusCode()).isEqualTo(302);
            assertThat(back.headers().firstValue("Location").orElseThrow()).startsWith("https://shop.example/orders/7?");
            assertThat(stage.postbox.next().amount()).isEqualTo(yuan("88.88"));
            assertThat(get(URI.create(page.toString().replace("88.88", "0.01"))).statusCode()).isEqualTo(400);
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return BROWSER.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void a_payment_begun_twice_is_one_and_a_changed_one_is_refused() {
        try (var stage = stage()) {
            var asked = stage.asked(number(), yuan("1.00"));
            stage.loseAnswer(Step.START);
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> stage.rail.start(stage.account, asked))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RailException.Kind.UNCLEAR));

            var first = stage.rail.start(stage.account, asked);

            assertThat(stage.rail.start(stage.account, asked).instruction()).isEqualTo(first.instruction());
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.start(stage.account, stage.asked(asked.payment(), yuan("2.00"))))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("ACQ.CONTEXT_INCONSISTENT"));
        }
    }

    @Test
    void closed_means_two_things_and_both_are_told_apart() {
        try (var stage = stage()) {
            var left = stage.begun(yuan("1.00"));
            stage.provider.pull("/expire", "{\"outTradeNo\":\"%s\"}".formatted(left.payment()));
            var returned = stage.begun(yuan("2.00"));

            assertThat(stage.postbox.next().what()).isEqualTo(RailNotice.What.CLOSED);
            assertThat(stage.rail.query(stage.account, left).state()).isEqualTo(Seen.State.CLOSED);
            stage.pay(returned, false);
            assertThat(stage.postbox.next().what()).isEqualTo(RailNotice.What.PAID);
            stage.rail.refund(stage.account, stage.refund(returned, yuan("2.00")));
            assertThat(stage.trade(returned).path("trade_status").asString("")).isEqualTo("TRADE_CLOSED");
            assertThat(stage.rail.query(stage.account, returned).state()).isEqualTo(Seen.State.PAID);
        }
    }

    @Test
    void the_end_of_a_trade_is_no_second_payment() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.pay(payment, false);
            var paid = stage.postbox.next();

            stage.provider.pull("/finish", "{\"outTradeNo\":\"%s\"}".formatted(payment.payment()));

            assertThat(stage.postbox.next().event()).isEqualTo(paid.event());
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.refund(stage.account, stage.refund(payment, yuan("1.00"))))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("ACQ.TRADE_STATUS_ERROR"));
            assertThat(stage.trade(payment).path("refunds").asInt(-1)).isZero();
        }
    }

    @Test
    void a_seller_without_money_refunds_later() {
        try (var stage = stage()) {
            var refund = stage.refund(stage.paid(yuan("1.00")), yuan("1.00"));
            stage.provider.pull("/platform", "{\"balanceLow\":true}");
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> stage.rail.refund(stage.account, refund))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RailException.Kind.LATER));

            stage.provider.pull("/platform", "{\"balanceLow\":false}");

            assertThat(stage.rail.refund(stage.account, refund).state()).isEqualTo(Sent.State.SUCCEEDED);
        }
    }

    @Test
    void a_form_without_a_signature_is_refused() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("5.00"));

            assertThat(stage.forge(payment, "type")).isEqualTo(401);

            assertThat(stage.postbox.nextForgery().getMessage()).contains("signature");
            assertThat(stage.postbox.isQuiet()).isTrue();
        }
    }

    @Test
    void a_wrong_clock_is_refused_by_the_gateway() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.provider.pull("/platform", "{\"skewSeconds\":910}");

            assertThatExceptionOfType(RailException.class).isThrownBy(() -> stage.rail.query(stage.account, payment))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("isv.invalid-timestamp"));
        }
    }

    @Test
    void a_share_for_a_stranger_is_refused_and_none_comes_back_alone() {
        try (var stage = sharingStage()) {
            var rail = (SplitRail) stage.rail;
            var payment = stage.paid(yuan("100.00"));
            var stranger = new SplitRail.Receiver("userId", "2088000000000001", null, "DISTRIBUTOR");
            var split = new SplitRail.SplitAsked(payment, number(),
                    List.of(new SplitRail.Part(stranger, yuan("20.00"), "commission")), false);

            assertThatExceptionOfType(RailException.class).isThrownBy(() -> rail.split(stage.account, split));

            assertThat(stage.trade(payment).path("settlements").asInt(-1)).isZero();
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> rail.giveBack(stage.account,
                    new SplitRail.GiveBack(split.number(), number(), stranger, yuan("20.00"), "refund")));
        }
    }
}
