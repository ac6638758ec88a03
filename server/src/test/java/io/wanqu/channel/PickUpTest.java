package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.connector.OrderStatus;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class PickUpTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void staff_gets_a_link_by_which_the_buyer_of_a_channel_reads_his_codes() {
        var booth = bazaar.booth("invented-open", 1);
        booth.sell("pick-1", OrderStatus.PAID);
        bazaar.send(booth, "POST", "/poll", null);
        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered")));
        var order = jdbc.sql("select order_id from ordering.customer_order where shop_id = :shop")
                .param("shop", booth.key().shop().value()).query(String.class).single();

        var link = api.get("/api/v1/orders/" + order + "/pick-up-link", booth.token()).json();

        assertThat(api.get(link.path("path").asString(), null).json().path("state").asString()).isEqualTo("delivered");
        var codes = api.post(link.path("path").asString().replace("?", "/reveal?"), null, "").json().path("cards");
        booth.soon().until(() -> booth.world().codes.size() == 1);
        assertThat(codes.path(0).path("code").asString()).isEqualTo(booth.world().codes.get("pick-1-1").getFirst().number());
        var weak = api.tokenWithout(booth.stall().shop(), Scope.CARDS_REVEAL);
        assertThat(api.get("/api/v1/orders/" + order + "/pick-up-link", weak).status()).isEqualTo(403);
    }
}
