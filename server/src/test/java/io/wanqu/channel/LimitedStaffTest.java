package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.identity.staff.Role;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.People;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who works for one channel of a shop sees that channel, and the others are not there for him. */
@WanquTest
class LimitedStaffTest {

    @Autowired
    private FairGround ground;

    @Autowired
    private People people;

    @Autowired
    private Purse purse;

    @Autowired
    private JdbcClient jdbc;

    private Fair fair;
    private String other;
    private Visitor clerk;
    private String here;
    private String elsewhere;

    @BeforeEach
    void aClerkOfOneChannelOfTwo() {
        fair = ground.fair(5);
        other = ground.unlisted(Marketplace.SHARED, fair.stall()).key().channel().text();
        var lin = people.staff(fair.stall().shop().id(), Role.CHANNELS);
        jdbc.sql("update identity.staff set channels = array[?::bigint] where account_id = ?")
                .params(fair.key().channel().value(), lin.id().value()).update();
        clerk = people.signedIn(lin);
        elsewhere = purse.buy(fair.stall(), 1).order().text();
        here = purse.buy(fair.stall(), 1).order().text();
        jdbc.sql("update ordering.customer_order set channel_id = ? where order_id = ?").params(fair.key().channel().value(), Long.parseLong(here)).update();
    }

    @Test
    void sees_the_orders_of_his_channel_alone() {
        assertThat(clerk.get("/api/v1/orders").json().path("items")).hasSize(1);
        assertThat(clerk.get("/api/v1/orders/" + here).status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/orders/" + elsewhere).code()).isEqualTo("ordering.no-such-order");
    }

    @Test
    void sees_listings_and_health_of_his_channel_alone() {
        var own = "/api/v1/channels/" + fair.key().channel();
        var others = "/api/v1/channels/" + other;

        assertThat(clerk.get("/api/v1/channels").json()).hasSize(1);
        for (var path : new String[] {"", "/listings", "/health", "/alerts", "/drafts", "/write-backs", "/rule", "/rollout"}) {
            assertThat(clerk.get(own + path).status()).as(path).isEqualTo(200);
            assertThat(clerk.get(others + path).status() + " " + clerk.get(others + path).code()).as(path).isEqualTo("404 channel.unknown");
        }
        assertThat(clerk.send("PUT", others + "/pause", null).code()).isEqualTo("channel.unknown");
        assertThat(clerk.send("PUT", own + "/pause", null).status()).isEqualTo(200);
    }

    @Test
    void does_nothing_that_is_for_the_whole_shop() {
        for (var path : new String[] {"/api/v1/price-agreements", "/api/v1/publications", "/api/v1/content-templates", "/api/v1/pools",
                "/api/v1/cases", "/api/v1/redemptions"}) {
            assertThat(clerk.get(path).code()).as(path).isEqualTo("kernel.limited-to-channels");
        }
        assertThat(clerk.post("/api/v1/channels", "{}").code()).isEqualTo("kernel.limited-to-channels");
        assertThat(clerk.get("/api/v1/products").status()).isEqualTo(200);
    }
}
