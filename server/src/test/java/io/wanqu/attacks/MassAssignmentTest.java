package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fields that nobody offered are refused by name, wherever they are sent; they change nothing. */
@WanquTest
@ExtendWith(AttackReport.class)
class MassAssignmentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> EXTRA = Map.of("shopId", 1, "shop_id", "1", "operator", true, "isAdmin", true, "owner", "me",
            "state", "CONFIRMED", "priceMinor", 1, "commissionBp", 0, "role", "owner", "fresh", true);

    @Autowired
    private Endpoints endpoints;
    @Autowired
    private Target target;
    @Autowired
    private JdbcClient jdbc;

    private Stall victim;
    private String owner;
    private String operator;

    @BeforeEach
    void aShopAndItsNeighbour() {
        victim = target.stall();
        owner = target.owner(target.stall());
        operator = target.operator();
    }

    @Test
    void no_endpoint_takes_a_field_that_it_does_not_offer() {
        var before = victims();
        var taken = new ArrayList<String>();
        var requests = 0;

        for (var endpoint : endpoints.all()) {
            if (!endpoint.takesJson() || endpoint.path().contains("/payment-callbacks/") || endpoint.path().contains("/channel-")) {
                continue;
            }
            for (var extra : EXTRA.entrySet()) {
                var body = (ObjectNode) JSON.readTree(endpoint.body(Endpoints::fitting));
                if (body.has(extra.getKey())) {
                    continue;
                }
                body.set(extra.getKey(), JSON.valueToTree(extra.getValue()));
                var answer = target.send(endpoint.method(), endpoint.at((name, schema) -> "1234567890123"), target.tokenFor(endpoint, owner, operator),
                        body.toString());
                requests++;
                if (answer.status() < 400) {
                    taken.add(endpoint.name() + " took " + extra.getKey());
                }
            }
        }

        assertThat(taken).isEmpty();
        assertThat(victims()).isEqualTo(before);
        AttackReport.tell("mass assignment", requests, "every unknown field refused");
    }

    @Test
    void a_shop_that_a_body_names_is_not_the_shop_that_is_changed() {
        var answer = target.send("PUT", "/api/v1/shop", owner, "{\"name\":\"mine\",\"id\":\"" + victim.shop().id() + "\"}");

        assertThat(answer.code()).isEqualTo("web.unknown-field");
        assertThat(jdbc.sql("select name from shop.shop where shop_id = ?").param(victim.shop().id().value()).query(String.class).single())
                .isEqualTo("Mei's games");
    }

    private List<String> victims() {
        return jdbc.sql("""
                select shop::text from shop.shop where shop_id = :shop
                union all
                select sku::text from catalog.sku where shop_id = :shop
                union all
                select pool::text from inventory.pool where shop_id = :shop
                """).param("shop", victim.shop().id().value()).query(String.class).list();
    }
}
