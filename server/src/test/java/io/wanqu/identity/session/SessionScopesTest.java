package io.wanqu.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.People;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

/** What a role allows is told with the session, so that pages offer nothing that would be refused. */
@WanquTest
class SessionScopesTest {

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tells_a_small_role_of_the_platform_beside_the_one_in_a_shop() {
        var mei = people.staff(ShopId.PLATFORM, Role.PRODUCT);
        jdbc.sql("insert into identity.staff (shop_id, account_id, role) values (:shop, :account, 'viewer')")
                .param("shop", storefront.shop().id().value()).param("account", mei.id().value()).update();
        var browser = people.signedIn(mei);

        var told = session(browser);

        assertThat(told.path("operator").asBoolean()).isTrue();
        assertThat(texts(told.path("operatorScopes"))).containsExactly("audit:read", "catalog:write", "shop:read", "stock:read");
        assertThat(texts(told.path("shops").path(0).path("scopes"))).containsExactly("orders:read", "shop:read", "stock:read");
        assertThat(browser.get("/api/v1/operator/cases", "Wanqu-Shop", "platform").code()).isEqualTo("kernel.missing-scope");
        assertThat(browser.get("/api/v1/operator/shops", "Wanqu-Shop", "platform").status()).isEqualTo(200);
    }

    @Test
    void tells_an_owner_of_a_shop_nothing_of_the_platform() {
        var owner = people.signedIn(people.staff(storefront.shop().id(), Role.OWNER));
        var operator = people.signedIn(people.staff(ShopId.PLATFORM, Role.OPERATOR));

        assertThat(session(owner).path("operatorScopes")).isEmpty();
        assertThat(session(operator).path("operatorScopes")).hasSize(Scope.values().length);
        assertThat(session(people.browser()).path("operatorScopes")).isEmpty();
    }

    private static JsonNode session(Visitor browser) {
        return browser.get("/api/v1/session").json();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
