package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntFunction;

import io.wanqu.attacks.Target.Answer;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A clock tells nothing that the answer hides: medians of many looks, one of each kind by turns, lie close to each other. */
@WanquTest
@ExtendWith(AttackReport.class)
class TimingTest {

    private static final int LOOKS = 60;
    /** An oracle shows a difference of a look-up, a hash or a statement again and again; a busy machine shows noise. */
    private static final double APART_MAX = 2.0;
    private static final double NOISE_MILLIS = 6;

    @Autowired
    private Target target;

    private String last = "";

    @Test
    void a_wrong_password_and_an_order_that_is_not_there_take_as_long() {
        var stall = target.stall();
        var shop = "/api/v1/shops/" + stall.shop().slug();

        var apart = compare(n -> target.send("GET", shop + "/orders/" + order(shop, stall.sku().text(), n), null, null, "Order-Password", "wrong-password"),
                n -> target.send("GET", shop + "/orders/" + (385150238983196673L + n), null, null, "Order-Password", "wrong-password"));

        assertThat(apart).isLessThan(APART_MAX);
        AttackReport.tell("timing of order look-ups", 2 * LOOKS, "medians %.2f apart".formatted(apart));
    }

    @Test
    void a_gift_that_is_there_and_one_that_is_not_take_as_long() {
        var stall = target.stall();
        var shop = "/api/v1/shops/" + stall.shop().slug();
        var there = order(shop, stall.sku().text(), 0);

        var apart = compare(n -> target.send("POST", shop + "/gifts/" + there + "/look", null, "{\"token\":\"guess\"}"),
                n -> target.send("POST", shop + "/gifts/385150238983196673/look", null, "{\"token\":\"guess\"}"));

        assertThat(apart).isLessThan(APART_MAX);
        AttackReport.tell("timing of gift look-ups", 2 * LOOKS, "medians %.2f apart".formatted(apart));
    }

    /** A refusal for too many looks says nothing either, so an order is looked at a few times only. */
    private String order(String shop, String sku, int n) {
        if (n % 4 == 0) {
            last = target.send("POST", shop + "/orders", null,
                    "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"contact\":\"lin-%d@example.com\",\"password\":\"night-owl\",\"rail\":\"sandbox\"}".formatted(sku, n))
                    .field("number");
        }
        return last;
    }

    /** The larger median over the smaller, or 1 where they differ by less than noise. */
    private static double compare(IntFunction<Answer> one, IntFunction<Answer> other) {
        var first = new double[LOOKS];
        var second = new double[LOOKS];
        for (var n = 0; n < LOOKS; n++) {
            first[n] = one.apply(n).millis();
            second[n] = other.apply(n).millis();
        }
        Arrays.sort(first);
        Arrays.sort(second);
        var a = first[LOOKS / 2];
        var b = second[LOOKS / 2];
        return Math.abs(a - b) <= NOISE_MILLIS ? 1 : Math.max(a, b) / Math.max(1, Math.min(a, b));
    }
}
