package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.connector.OrderStatus;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class HandOverTest {

    @Autowired
    private Bazaar bazaar;

    @Test
    void a_person_is_called_and_says_when_it_is_done() {
        var booth = bazaar.booth("invented-by-hand", 1);
        booth.sell("hand-1", OrderStatus.PAID);
        bazaar.send(booth, "POST", "/poll", null);
        booth.soon().until(() -> bazaar.get(booth, "/hand-overs").json().size() == 1);

        var job = bazaar.get(booth, "/hand-overs").json().path(0);
        assertThat(job.path("externalOrder").asString()).isEqualTo("hand-1");
        assertThat(bazaar.get(booth, "/alerts").text()).contains("\"hand-over\"");
        var path = "/hand-overs/" + job.path("order").asString() + "/1/handed-over";

        assertThat(bazaar.send(booth, "POST", path, null).status()).isEqualTo(204);

        assertThat(bazaar.get(booth, "/hand-overs").json()).isEmpty();
        assertThat(bazaar.get(booth, "/alerts").text()).doesNotContain("\"hand-over\"");
        assertThat(bazaar.count(booth, "channel.write_back", "state = 'done' and last_code = 'handed-over' and done_by = 'till'")).isEqualTo(1);
        assertThat(bazaar.send(booth, "POST", path, null).code()).isEqualTo("channel.not-by-hand");
        assertThat(booth.world().deliveries).isEmpty();
    }
}
