package io.wanqu.channel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offers;
import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class PriceAgreementTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private Api api;
    @Autowired
    private Offers offers;

    @Test
    void refuses_a_price_list_that_undercuts_and_names_the_agreement() {
        var booth = shelf();
        agree(booth, "\"leastMinor\":900");

        var answer = price(booth, 899, "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("channel.breaks-agreement");
        assertThat(answer.json().path("agreement").asString()).isEqualTo("Brand floor");
        assertThat(answer.json().path("channel").asString()).isEqualTo(booth.key().channel().text());
        assertThat(answer.json().path("priceMinor").asLong()).isEqualTo(899);
        assertThat(answer.json().path("leastMinor").asLong()).isEqualTo(900);
        assertThat(api.get(list(booth), booth.token()).json().path("version").asLong()).isZero();
        assertThat(price(booth, 900, "").status()).isEqualTo(200);
    }

    @Test
    void a_tier_is_a_price_too() {
        var booth = shelf();
        agree(booth, "\"leastMinor\":900");

        var answer = api.send("PUT", list(booth), booth.token(),
                "{\"prices\":[{\"name\":\"Many\",\"minQuantity\":10,\"unitMinor\":800}]}");

        assertThat(answer.code()).isEqualTo("channel.breaks-agreement");
        assertThat(answer.json().path("quantity").asInt()).isEqualTo(10);
    }

    @Test
    void a_price_above_another_channels_agreement_is_let_through_when_somebody_says_why() {
        var booth = shelf();
        var other = bazaar.connect("invented-shelf", booth.stall(), "app-shelf", Map.of());
        agree(booth, "\"otherChannel\":\"" + other.key().channel() + "\"");

        var refused = price(booth, 980, "");
        var withoutScope = api.send("PUT", list(booth), api.tokenWithout(booth.stall().shop(), Scope.AGREEMENTS_WAIVE), body(booth, 980, ",\"waive\":\"sale\""));
        var waived = price(booth, 980, ",\"waive\":\"the brand agreed for this week\"");

        assertThat(refused.json().path("leastMinor").asLong()).isEqualTo(990);
        assertThat(withoutScope.status()).isEqualTo(403);
        assertThat(waived.status()).as(waived.text()).isEqualTo(200);
        assertThat(waived.json().path("version").asLong()).isEqualTo(1);
        assertThat(price(booth, 970, "").code()).isEqualTo("channel.breaks-agreement");
    }

    @Test
    void reports_a_present_breach_and_publishes_nothing() {
        var booth = shelf();
        agree(booth, "\"leastMinor\":1000");

        var answer = api.post("/api/v1/publications", booth.token(),
                "{\"channels\":[\"%s\"],\"products\":[%d]}".formatted(booth.key().channel(), product(booth)));
        var report = api.get("/api/v1/price-agreements/breaches", booth.token());

        assertThat(answer.code()).isEqualTo("channel.breaks-agreement");
        assertThat(bazaar.count(booth, "channel.offer", "true")).isZero();
        assertThat(report.json()).hasSize(1);
        assertThat(report.json().path(0).path("priceMinor").asLong()).isEqualTo(990);
    }

    @Test
    void an_agreement_that_ended_holds_up_nobody() {
        var booth = shelf();
        var agreement = agree(booth, "\"leastMinor\":900").json().path("id").asString();

        var ended = api.send("DELETE", "/api/v1/price-agreements/" + agreement, booth.token(), null);

        assertThat(ended.status()).isEqualTo(204);
        assertThat(price(booth, 1, "").status()).isEqualTo(200);
        assertThat(api.send("DELETE", "/api/v1/price-agreements/" + agreement, booth.token(), null).code()).isEqualTo("channel.unknown-agreement");
    }

    @Test
    void keeps_every_rule_of_a_channel_with_who_made_it() {
        var booth = shelf();

        bazaar.send(booth, "PUT", "/rule", "{\"confirmHours\":240,\"riskProfile\":\"strict\"}");
        var second = bazaar.send(booth, "PUT", "/rule", "{\"promotions\":false,\"rails\":[\"alipay\"]}");

        assertThat(second.json().path("rule").path("promotions").asBoolean()).isFalse();
        assertThat(second.json().path("history")).hasSize(2);
        assertThat(second.json().path("history").path(1).path("rule").path("confirmHours").asInt()).isEqualTo(240);
        assertThat(second.json().path("history").path(0).path("changedBy").asString()).isEqualTo("till");
        assertThat(bazaar.send(booth, "PUT", "/rule", "{\"template\":1}").code()).isEqualTo("channel.unknown-template");
        assertThat(bazaar.get(booth, "/rule").json().path("history")).hasSize(2);
    }

    private Booth shelf() {
        return bazaar.connect("invented-shelf", market.stall(3), "app-shelf", Map.of());
    }

    private Answer agree(Booth booth, String price) {
        var answer = api.post("/api/v1/price-agreements", booth.token(), "{\"name\":\"Brand floor\",\"channel\":\"%s\",\"sku\":\"%s\",%s}"
                .formatted(booth.key().channel(), booth.stall().sku(), price));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer price(Booth booth, long minor, String more) {
        return api.send("PUT", list(booth), booth.token(), body(booth, minor, more));
    }

    private static String body(Booth booth, long minor, String more) {
        return "{\"prices\":[{\"name\":\"Here\",\"channel\":\"%s\",\"unitMinor\":%d}]%s}".formatted(booth.key().channel(), minor, more);
    }

    private static String list(Booth booth) {
        return "/api/v1/price-lists/" + booth.stall().sku();
    }

    private long product(Booth booth) {
        return offers.find(List.of(booth.stall().sku())).get(booth.stall().sku()).product();
    }
}
