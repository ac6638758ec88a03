package io.wanqu.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account that fell into wrong hands: the operator ends it everywhere, and nobody else's. */
@WanquTest
class EndSessionsTest {

    @Autowired
    private Api api;
    @Autowired
    private People people;
    @Autowired
    private Storefront storefront;
    @Autowired
    private Purse purse;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_operator_ends_all_sessions_of_an_account_and_it_is_written_down() {
        var mei = people.person();
        var here = people.signedIn(mei);
        var there = people.signedIn(mei);
        var lin = people.signedIn(people.person());
        var path = "/api/v1/operator/accounts/" + mei.id() + "/sessions";
        var shop = storefront.shop();
        assertThat(here.get("/api/v1/sessions").json()).hasSize(2);
        assertThat(api.send("DELETE", path, api.tokenForAll(shop), null).code()).isEqualTo("kernel.operator-only");
        assertThat(api.send("DELETE", path, api.tokenWithout(shop, Scope.CUSTOMERS_WRITE), null).code()).isEqualTo("kernel.missing-scope");
        assertThat(people.signedIn(people.staff(shop.id(), Role.OWNER)).send("DELETE", path, null).status()).isEqualTo(403);
        assertThat(there.get("/api/v1/sessions").status()).isEqualTo(200);

        assertThat(api.send("DELETE", path, purse.operator(), null).status()).isEqualTo(204);

        assertThat(here.get("/api/v1/sessions").code()).isEqualTo("identity.not-signed-in");
        assertThat(there.get("/api/v1/sessions").code()).isEqualTo("identity.not-signed-in");
        assertThat(lin.get("/api/v1/sessions").status()).isEqualTo(200);
        assertThat(jdbc.sql("select after from kernel.trail where shop_id = ? and action = 'sessions.ended' and subject = ?")
                .params(ShopId.PLATFORM.value(), "account:" + mei.id()).query(String.class).single()).contains("2");
        assertThat(people.signedIn(mei).get("/api/v1/sessions").status()).as("he may come again").isEqualTo(200);
    }
}
