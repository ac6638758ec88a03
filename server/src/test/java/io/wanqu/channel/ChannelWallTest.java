package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class ChannelWallTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private Api api;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /health                       |
            GET  | /alerts                       |
            GET  | /hand-overs                   |
            POST | /hand-overs/77/1/handed-over  |
            GET  | /credit                       |
            PUT  | /credit                       | {"limitMinor":5}
            POST | /credit/payments              | {"paidMinor":5}
            GET  | /consignments                 |
            POST | /consignments                 | {"sku":"77","count":1}
            POST | /consignments/77/recall       | {"removedThere":true}
            POST | /reconciliations              | {"day":"2026-11-20"}
            POST | /differences/77/repair        | {}
            PUT  | /fees/2026-11-20              | {"basisPoints":5}
            GET  | /write-backs                  |
            """)
    void another_shop_and_a_weaker_token_find_nothing_there(String method, String path, @Nullable String json) {
        var booth = bazaar.booth("invented-depot", 1);
        var stranger = api.tokenForAll(market.stall(0).shop());
        var weak = api.tokenWithout(booth.stall().shop(), Scope.CHANNELS_WRITE);
        var at = "/api/v1/channels/" + booth.key().channel() + path;

        assertThat(api.send(method, at, stranger, json).status()).isEqualTo(404);
        assertThat(api.send(method, at, weak, json).status()).isEqualTo(403);
        assertThat(api.send(method, at, null, json).status()).isEqualTo(401);

        assertThat(bazaar.count(booth, "channel.credit", "true") + bazaar.count(booth, "channel.consignment", "true")
                + bazaar.count(booth, "channel.fee", "true") + bazaar.count(booth, "channel.reconciliation", "true")).isZero();
    }
}
