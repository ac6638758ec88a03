package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.channel.FairGround;
import io.wanqu.customer.Sign;
import io.wanqu.customer.graph.Crowd;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.media.PictureFile;
import io.wanqu.settlement.Purse;
import io.wanqu.structure.SchemaRules;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

/** A shop that has one of everything, and a look at whether anything of it changed. */
@Component
class AttackedShop {

    private final FairGround ground;
    private final Purse purse;
    private final Api api;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final People people;
    private final Crowd crowd;
    private @Nullable String prints;

    AttackedShop(FairGround ground, Purse purse, Api api, Ids ids, JdbcClient jdbc, TransactionTemplate transaction, People people,
            Crowd crowd) {
        this.ground = ground;
        this.purse = purse;
        this.api = api;
        this.ids = ids;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.people = people;
        this.crowd = crowd;
    }

    World open() {
        var fair = ground.fair(80);
        var stall = fair.stall();
        var rows = new HashMap<String, String>();
        var world = new World(stall, api.tokenForAll(stall.shop()), rows);
        rows.put("shop", stall.shop().id().text());
        rows.put("slug", stall.shop().slug());
        rows.put("channel", fair.key().channel().text());
        rows.put("pool", stall.pool().text());
        rows.put("sku", stall.sku().text());
        rows.put("rail", "stripe");
        rows.put("listing", fair.there().product() + "/" + fair.there().sku());
        rows.put("warranty", "sku/" + stall.sku().text());
        api.token(stall.shop(), Scope.SHOP_READ);
        rows.put("token", one("select max(id)::text from identity.token where shop_id = :shop", world));
        rows.put("product", one("select product_id::text from catalog.sku where shop_id = :shop", world));
        rows.put("session", one("select max(id)::text from identity.session where :shop > 0", world));
        sell(world);
        made(world, "template", "/api/v1/content-templates", "{\"name\":\"Short\",\"content\":{\"title\":\"x\"}}");
        made(world, "agreement", "/api/v1/price-agreements",
                "{\"name\":\"Floor\",\"channel\":\"" + rows.get("channel") + "\",\"sku\":\"" + rows.get("sku") + "\",\"leastMinor\":1}");
        made(world, "category", "/api/v1/categories", "{\"name\":\"Games\"}");
        rows.put("picture", api.upload("/api/v1/media", world.owner, "image/png", PictureFile.of("png", 40, 40, Color.MAGENTA)).json().path("hash").asString());
        made(world, "till", "/api/v1/own-channels", "{\"kind\":\"TILL\",\"name\":\"Counter\"}");
        rows.put("key", made(world, "bot", "/api/v1/own-channels", "{\"kind\":\"BOT\",\"name\":\"Bot\"}").path("key").asString());
        made(world, "listed", "/api/v1/risk/lists", "{\"list\":\"deny\",\"by\":\"person\",\"value\":\"robber@example.com\",\"reason\":\"known to us\"}");
        made(world, "gift-card", "/api/v1/gift-cards", "{\"amountMinor\":100,\"until\":\"2099-01-01\"}");
        made(world, "receiver", "/api/v1/payout-receivers", "{\"rail\":\"sandbox\",\"account\":\"mei\"}");
        made(world, "payment-account", "/api/v1/payment-accounts", """
                {"rail":"stripe","payee":"acct_1","keys":{"secretKey":"sk_test_1","publishableKey":"pk_test_1","webhookSecret":"whsec_1"}}""");
        var host = "mei" + ids.next() + ".example";
        assertThat(api.post("/api/v1/shop/domains", world.owner, "{\"host\":\"" + host + "\"}").status()).isEqualTo(201);
        rows.put("domain", host);
        rows.put("role", "night" + ids.next());
        assertThat(api.post("/api/v1/roles", world.owner, "{\"name\":\"" + rows.get("role") + "\",\"scopes\":[\"shop:read\"]}").status()).isEqualTo(201);
        rows.put("app", api.post("/api/v1/apps", world.owner, "{\"name\":\"Sync\",\"scopes\":[\"shop:read\"]}").json().at("/details/id").asString());
        rows.put("passkey", "A".repeat(43));
        rows.put("grant", Long.toString(ids.next()));
        rows.put("staff", people.staff(stall.shop().id(), Role.VIEWER).id().text());
        rows.put("application", Long.toString(ids.next()));
        rows.put("export", Long.toString(ids.next()));
        rows.put("incident", Long.toString(ids.next()));
        rows.put("code", "AAAA2222");
        known(world);
        written(world);
        assertThat(rows).doesNotContainValue("");
        return world;
    }

    /** An order that was paid and delivered, and a complaint about it. */
    private void sell(World world) {
        var placed = purse.buy(world.stall, 1);
        world.rows.put("order", placed.order().text());
        world.rows.put("payment", Long.toString(placed.payment()));
        world.rows.put("card", one("select card_id::text from vault.delivery where shop_id = :shop", world));
        var opened = api.post("/api/v1/shops/" + world.rows.get("slug") + "/orders/" + placed.order() + "/cases", null,
                "{\"kind\":\"refund\",\"line\":1,\"text\":\"it does not work\"}", "Order-Password", "secret-pass");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        world.rows.put("case", opened.json().path("id").asString());
    }

    /** Somebody of two signs, somebody else, and a masked number that might be his. */
    private void known(World world) {
        var shop = world.stall.shop().id();
        crowd.buys(shop, Crowd.phone("13800000001"), Crowd.name("mei's buyer"));
        crowd.buys(shop, Crowd.phone("13900000002"));
        crowd.buys(shop, Crowd.name("mei's other buyer"), Sign.phoneMask("139****0002").orElseThrow());
        world.rows.put("merge", one("select link_id::text from customer.link where shop_id = :shop", world));
        world.rows.put("customer", one("select low::text from customer.link where shop_id = :shop", world));
        world.rows.put("evidence", one("select evidence_id::text from customer.evidence where shop_id = :shop and kind = 'phone' and customer_id in"
                + " (select low from customer.link where shop_id = :shop union select high from customer.link where shop_id = :shop)", world));
        world.rows.put("suggestion", one("select suggestion_id::text from customer.suggestion where shop_id = :shop", world));
        world.rows.put("other-customer", one("select low::text from customer.suggestion where shop_id = :shop", world));
    }

    private JsonNode made(World world, String name, String path, String json) {
        var answer = api.post(path, world.owner, json);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(201);
        world.rows.put(name, answer.json().path("id").asString());
        return answer.json();
    }

    /** What only an accident or an outsider makes is written as the accident would leave it. */
    private void written(World world) {
        var channel = world.rows.get("channel");
        var pool = world.rows.get("pool");
        row(world, "alert", "channel.alert", "alert_id", Map.of("channel_id", channel, "closed_at", "null"));
        row(world, "channel-difference", "channel.difference", "difference_id",
                Map.of("channel_id", channel, "action", "'explain'", "state", "'open'", "done_by", "null", "facts", "'{}'"));
        row(world, "consignment", "channel.consignment", "consignment_id",
                Map.of("channel_id", channel, "pool_id", pool, "quantity", "1", "recalled", "0", "state", "'handed'"));
        row(world, "written-order", "channel.write_back", "order_id",
                Map.of("channel_id", channel, "line", "1", "verb", "'hand_over'", "state", "'by_hand'", "done_at", "null", "due_at", "'infinity'"));
        row(world, "place", "inventory.waiting", "waiting_id",
                Map.of("pool_id", pool, "channel_id", channel, "quantity", "1", "state", "'left'", "offer_until", "null"));
        row(world, "publication", "channel.publication", "publication_id", Map.of());
        row(world, "publication-product", "channel.publication_item", "product_id",
                Map.of("publication_id", world.rows.get("publication"), "channel_id", channel, "state", "'done'"));
        row(world, "payment-alert", "payment.alert", "alert_id", Map.of("closed_at", "null"));
        var refund = Map.of("payment_id", world.rows.get("payment"), "subject", world.rows.get("order"), "rail", "'sandbox'", "amount_minor", "1",
                "currency", "'CNY'", "state", "'failed'", "due_at", "'infinity'");
        row(world, "refund", "payment.refund", "refund_id", refund);
        row(world, "other-refund", "payment.refund", "refund_id", refund);
        jdbc.sql("update payment.payment set state = 'refunding', returning_minor = 2 where shop_id = ?").param(world.stall.shop().id().value()).update();
        row(world, "import", "vault.import", "import_id", Map.of("pool_id", pool, "state", "'done'", "format", "'auto'", "charset", "'utf-8'",
                "uses", "1", "stored", "0", "position", "0", "expires_at", "'infinity'"));
        row(world, "claim", "aftersale.supplier_claim", "claim_id", Map.of("state", "'claimed'", "ended_at", "null", "currency", "'CNY'", "amount_minor", "100"));
        row(world, "bill-difference", "settlement.difference", "difference_id",
                Map.of("movement", "'payment'", "kind", "'fee_differs'", "state", "'open'", "currency", "'CNY'", "ended_at", "null"));
        row(world, "payout", "settlement.payout", "payout_id", Map.of("receiver_id", world.rows.get("receiver"), "rail", "'sandbox'",
                "amount_minor", "1", "currency", "'CNY'", "state", "'requested'", "decided_by", "null", "decided_at", "null", "due_at", "null"));
        row(world, "invoice", "settlement.invoice", "number", Map.of("year", "2020", "month", "date '2020-01-01'", "net_minor", "100",
                "tax_bp", "600", "tax_minor", "6", "total_minor", "106", "currency", "'CNY'"));
        row(world, "entry", "risk.listed", "entry_id", Map.of("list", "'deny'", "dimension", "'person'"));
        world.rows.put("profile", "page");
        row(world, "share", "shop.share", "share_id", Map.of("to_shop", "1", "kind", "'customers'", "pool_id", "null", "ended_at", "null",
                "ended_by", "null"));
        row(world, "transfer", "shop.transfer", "transfer_id", Map.of("to_hash", "decode('" + "0".repeat(32) + "', 'hex')",
                "secret", "sha256('" + world.rows.get("shop") + "'::bytea)", "state", "'offered'", "ended_at", "null", "to_account", "null"));
        row(world, "invitation", "identity.invitation", "invitation_id", Map.of("secret", "sha256('" + world.rows.get("shop") + "'::bytea)",
                "role", "'viewer'", "channels", "null", "state", "'open'", "ended_at", "null", "account_id", "null", "until", "now() + interval '1 day'"));
        row(world, "voucher", "storefront.voucher", "card_id", Map.of("pool_id", pool, "uses_max", "5", "uses_left", "4"));
        row(world, "redemption", "storefront.redemption", "redemption_id", Map.of("channel_id", world.rows.get("till"), "uses", "1",
                "card_id", world.rows.get("voucher"), "redeemed_at", "now()", "reversed_by", "null", "reversed_at", "null", "reason", "null"));
    }

    private void row(World world, String name, String table, String key, Map<String, String> known) {
        var id = name.equals("invoice") ? "7" : Long.toString(ids.next());
        var columns = new HashMap<>(known);
        columns.put(key, id);
        jdbc.sql(new SampleRows(jdbc).insert(table, world.stall.shop().id().value(), world.rows.size(), columns)).update();
        world.rows.put(name, id);
    }

    private String one(String sql, World world) {
        return jdbc.sql(sql).param("shop", world.stall.shop().id().value()).query(String.class).single();
    }

    /** With all its rows that make no sense, so that no audit stumbles over them. */
    void remove(World world) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            new GuardRules(jdbc, SchemaRules.schemasOfModules(jdbc)).tablesOfShops().forEach(table ->
                    jdbc.sql("delete from " + table + " where shop_id = ?").param(world.stall.shop().id().value()).update());
            // What an operator may change holds for every shop, those of other tests too.
            List.of("risk.rule_set", "risk.listed").forEach(table -> jdbc.sql("delete from " + table + " where shop_id = 0").update());
        });
    }

    /** A hash a table over all rows of the shop; what the server's own clocks move by themselves is left out. */
    Map<String, String> prints(World world) {
        if (prints == null) {
            prints = statement();
        }
        var found = new HashMap<String, String>();
        jdbc.sql(prints).param("shop", world.stall.shop().id().value()).query(row -> {
            found.put(row.getString("name"), row.getString("print"));
        });
        return found;
    }

    /** Always the same statement, so that the database plans it once. */
    private String statement() {
        return new GuardRules(jdbc, SchemaRules.schemasOfModules(jdbc)).tablesOfShops().stream()
                .filter(table -> !World.MOVED_BY_CLOCKS.contains(table))
                .map(table -> "select '" + table + "' as name, count(*) || ' ' || coalesce(md5(string_agg((to_jsonb(t) - 'last_used_at' - 'sold')::text, ',' "
                        + "order by to_jsonb(t)::text)), '') as print from " + table + " t where shop_id = :shop")
                .collect(Collectors.joining(" union all "));
    }

    /** @param rows the ids by which the table of endpoints names them */
    record World(Stall stall, String owner, Map<String, String> rows) {

        private static final Set<String> MOVED_BY_CLOCKS = Set.of("channel.channel", "channel.stock_push", "channel.offer",
                "customer.claim", "customer.customer", "customer.evidence", "customer.sale", "customer.suggestion",
                "channel.publication_item", "inventory.pace", "inventory.stock_alert", "kernel.event", "kernel.trail", "kernel.trail_chain", "ledger.balance", "ledger.chain", "ledger.chain_day", "ledger.day_balance", "channel.rollout_step",
                "risk.counter", "risk.decision");

        /** The same names for rows that never were. */
        Map<String, String> nowhere(Ids ids) {
            var nowhere = new HashMap<>(rows);
            rows.forEach((name, row) -> {
                if (!Set.of("slug", "shop", "rail", "invoice").contains(name) && row.matches("\\d+")) {
                    nowhere.put(name, Long.toString(ids.next()));
                }
            });
            nowhere.put("invoice", "9999");
            nowhere.put("picture", "0".repeat(64));
            nowhere.put("domain", "nowhere" + ids.next() + ".example");
            nowhere.put("role", "never" + ids.next());
            nowhere.put("warranty", "sku/" + ids.next());
            nowhere.put("listing", ids.next() + "/" + ids.next());
            return nowhere;
        }
    }
}
