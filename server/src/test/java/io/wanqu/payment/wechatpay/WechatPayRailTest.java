package io.wanqu.payment.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static io.wanqu.payment.rail.RailStage.number;
import static io.wanqu.payment.rail.RailStage.yuan;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Provider;
import io.wanqu.payment.rail.RailContract;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailStage;
import io.wanqu.payment.rail.RailStage.Step;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.rail.SplitRail;
import io.wanqu.payment.rail.SplitRail.Splitting;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WechatPayRailTest implements RailContract {

    private static Provider provider;

    @BeforeAll
    static void open() {
        provider = new Provider("wechatpay");
    }

    @AfterAll
    static void shut() {
        provider.close();
    }

    @Override
    public RailStage stage() {
        return new RailStage(new Spelled(false), provider, false);
    }

    @Override
    public RailStage sharingStage() {
        return new RailStage(new Spelled(false), provider, true);
    }

    @Override
    public SplitRail.Receiver receiver() {
        return new SplitRail.Receiver("MERCHANT_ID", "1900000109", "某某商户", "DISTRIBUTOR");
    }

    @Test
    void each_method_gets_what_its_page_needs() {
        try (var stage = stage()) {
            assertThat(started(stage, Method.NATIVE)).containsOnlyKeys("code_url");
            assertThat(started(stage, Method.H5)).containsOnlyKeys("h5_url");
            assertThat(started(stage, Method.JSAPI)).containsOnlyKeys("appId", "timeStamp", "nonceStr", "package", "signType", "paySign");
            assertThat(started(stage, Method.MINI).get("package")).startsWith("prepay_id=wx");
            assertThat(started(stage, Method.APP))
                    .containsOnlyKeys("appid", "partnerid", "prepayid", "package", "noncestr", "timestamp", "sign");
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> started(stage, Method.PAGE));
        }
    }

    private static Map<String, String> started(RailStage stage, Method method) {
        return stage.rail.start(stage.account, stage.asked(number(), yuan("1.00"), method)).instruction();
    }

    @Test
    void a_payment_begun_twice_is_one_and_a_changed_one_is_refused() {
        try (var stage = stage()) {
            var asked = stage.asked(number(), yuan("1.00"));
            stage.loseAnswer(Step.START);
            assertThatExceptionOfType(RailException.class).isThrownBy(() -> stage.rail.start(stage.account, asked))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RailException.Kind.UNCLEAR));

            var first = stage.rail.start(stage.account, asked);
            var second = stage.rail.start(stage.account, asked);

            assertThat(second.instruction()).isEqualTo(first.instruction());
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.start(stage.account, stage.asked(asked.payment(), yuan("2.00"))))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("OUT_TRADE_NO_USED"));
        }
    }

    @Test
    void the_newer_way_by_public_key_works_as_well() {
        try (var stage = new RailStage(new Spelled(true), provider, false)) {
            var payment = stage.begun(yuan("8.80"));

            stage.pay(payment, false);

            assertThat(stage.postbox.next().amount()).isEqualTo(yuan("8.80"));
            assertThat(stage.rail.query(stage.account, payment).state()).isEqualTo(Seen.State.PAID);
        }
    }

    @Test
    void a_refund_is_told_too() {
        try (var stage = stage()) {
            var payment = stage.paid(yuan("10.00"));
            var refund = stage.refund(payment, yuan("4.00"));

            assertThat(stage.rail.refund(stage.account, refund).state()).isEqualTo(Sent.State.PROCESSING);

            var told = stage.postbox.next();
            assertThat(told.what()).isEqualTo(RailNotice.What.REFUND_SUCCEEDED);
            assertThat(told.refund()).isEqualTo(refund.number());
            assertThat(told.amount()).isEqualTo(yuan("4.00"));
            assertThat(told.payee()).isEqualTo(stage.account.payee());
        }
    }

    @Test
    void a_refund_that_bounced_waits_for_a_person() {
        try (var stage = stage()) {
            stage.provider.pull("/platform", "{\"hold\":true}");
            var refund = stage.refund(stage.paid(yuan("10.00")), yuan("4.00"));
            stage.rail.refund(stage.account, refund);
            assertThat(stage.settled(refund).state()).isEqualTo(Sent.State.PROCESSING);

            stage.provider.pull("/refund/finish", "{\"outRefundNo\":\"%s\",\"status\":\"ABNORMAL\"}".formatted(refund.number()));

            stage.provider.pull("/platform", "{\"hold\":false}");
            assertThat(stage.postbox.next().what()).isEqualTo(RailNotice.What.REFUND_FAILED);
            assertThat(stage.settled(refund).state()).isEqualTo(Sent.State.FAILED);
        }
    }

    @Test
    void deliberate_and_foreign_signatures_are_refused() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("5.00"));

            assertThat(stage.forge(payment, "signtest")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.PROBE);
            assertThat(stage.forge(payment, "serial")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.FORGED);
            assertThat(stage.forge(payment, "sealed")).isEqualTo(401);
            assertThat(stage.postbox.nextForgery().kind()).isEqualTo(ForgedNotice.Kind.UNREADABLE);
            stage.forge(payment, "currency");
            assertThat(stage.postbox.next().amount().currency().getCurrencyCode()).isEqualTo("USD");
        }
    }

    @Test
    void a_callback_waits_while_certificates_can_not_be_fetched() {
        try (var stage = stage()) {
            stage.provider.pull("/platform", "{\"outage\":true}");
            var headers = Map.of("wechatpay-timestamp", "1", "wechatpay-nonce", "n", "wechatpay-serial", "s", "wechatpay-signature", "c2ln");

            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> stage.rail.read(stage.account, headers, "{}".getBytes(UTF_8)))
                    .satisfies(failure -> assertThat(failure.retryable()).isTrue());
        }
    }

    @Test
    void a_wrong_clock_is_noticed_on_both_sides() {
        try (var stage = stage()) {
            var payment = stage.begun(yuan("1.00"));
            stage.provider.pull("/platform", "{\"skewSeconds\":290}");
            assertThat(stage.rail.query(stage.account, payment).state()).isEqualTo(Seen.State.PENDING);

            stage.provider.pull("/platform", "{\"skewSeconds\":320}");

            assertThatExceptionOfType(RailException.class).isThrownBy(() -> stage.rail.query(stage.account, payment))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("SIGN_ERROR"));
        }
    }

    @Test
    void shares_come_back_before_the_money_does() {
        try (var stage = sharingStage()) {
            var rail = (SplitRail) stage.rail;
            var payment = stage.paid(yuan("100.00"));
            rail.bind(stage.account, receiver());
            var split = new SplitRail.SplitAsked(payment, number(), List.of(new SplitRail.Part(receiver(), yuan("20.00"), "commission")), true);
            rail.split(stage.account, split);
            await().atMost(60, SECONDS).untilAsserted(() -> assertThat(rail.splitState(stage.account, split).state()).isEqualTo(Splitting.State.DONE));
            assertThatExceptionOfType(RailException.class)
                    .isThrownBy(() -> rail.refund(stage.account, stage.refund(payment, yuan("100.00"))))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RailException.Kind.LATER));

            var back = new SplitRail.GiveBack(split.number(), number(), receiver(), yuan("20.00"), "refund");
            assertThat(rail.giveBack(stage.account, back).state()).isEqualTo(Splitting.State.DONE);
            assertThat(rail.giveBack(stage.account, back).state()).isEqualTo(Splitting.State.DONE);

            var whole = stage.refund(payment, yuan("100.00"));
            rail.refund(stage.account, whole);
            assertThat(stage.settled(whole).state()).isEqualTo(Sent.State.SUCCEEDED);
            assertThat(stage.trade(payment).path("sharedFen").asLong(-1)).isZero();
        }
    }

    @Test
    void a_share_for_a_stranger_fails_and_one_above_the_ceiling_is_refused() {
        try (var stage = sharingStage()) {
            var rail = (SplitRail) stage.rail;
            var payment = stage.paid(yuan("100.00"));
            var stranger = new SplitRail.SplitAsked(payment, number(), List.of(new SplitRail.Part(receiver(), yuan("20.00"), "commission")), false);
            rail.split(stage.account, stranger);
            var state = rail.splitState(stage.account, stranger);
            assertThat(state.state()).isEqualTo(Splitting.State.FAILED);
            assertThat(state.why()).isEqualTo("NO_RELATION");
            rail.bind(stage.account, receiver());

            assertThatExceptionOfType(RailException.class).isThrownBy(() -> rail.split(stage.account,
                    new SplitRail.SplitAsked(payment, number(), List.of(new SplitRail.Part(receiver(), yuan("30.01"), "commission")), false)));

            assertThat(stage.trade(payment).path("sharedFen").asLong(-1)).isZero();
        }
    }
}
