package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.wanqu.bench.drive.Basket;
import io.wanqu.bench.drive.Buyer;
import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shop;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Secrets that can be told from everything else are planted, sold, shown and mishandled; then every byte that the server
 * keeps is searched for them. A title that is no secret is searched for too, and must be found: else the search is blind.
 */
@ExtendWith(World.Shared.class)
class CanaryTest {

    private static final int PIECE_BYTES = 4 * 1024 * 1024;

    @Test
    void no_secret_stands_in_plain_in_a_dump_in_logs_or_in_any_file(World world) throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 13);
        var card = "canary-card-" + mark;
        var contact = "canary-contact-" + mark;
        var password = "canary-password-" + mark;
        var secrets = List.of(card, contact, password);
        var title = "visible-" + mark;

        sellAndMishandle(world.openShop(), title, card, new Basket("key-" + mark, "", "10.99.0.1", contact + "@example.org", password));
        world.server().database().run("checkpoint");

        assertThat(tablesThatShow(world.server(), List.of(title))).contains("catalog.product");
        assertThat(filesThatShow(world.server(), List.of(title))).anyMatch(file -> file.contains("postgres/base/"));
        assertThat(tablesThatShow(world.server(), secrets)).isEmpty();
        assertThat(filesThatShow(world.server(), secrets)).isEmpty();
        assertThat(Files.readString(world.server().log())).contains("Started Application");
    }

    private static void sellAndMishandle(Shop shop, String title, String card, Basket plan) throws IOException {
        var goods = Goods.of(shop, title, card, 20);
        goods.load(card, 5);
        var basket = new Basket(plan.key(), goods.sku(), plan.address(), plan.contact(), plan.password());
        try (var buyer = new Buyer(shop); var http = shop.connect()) {
            var order = buyer.placed(basket);
            assertThat(buyer.placed(basket).number()).isEqualTo(order.number());
            assertThat(buyer.pay(order).status()).isEqualTo(200);
            assertThat(buyer.reveal(order).must().text()).contains(card);
            var orders = "/api/v1/shops/" + shop.slug() + "/orders";
            assertThat(http.get(orders + "/" + order.number(), "Order-Password: " + plan.password()).status()).isEqualTo(200);
            assertThat(http.get(orders + "/" + order.number(), "Order-Password: x" + plan.password()).status()).isEqualTo(404);
            assertThat(http.post(orders, "{\"contact\":\"" + plan.contact() + "\", \"unknown\":\"" + card + "\"}").status()).isBetween(400, 499);
            assertThat(http.post(orders, "{\"contact\":\"" + plan.contact() + card).status()).isBetween(400, 499);
            assertThat(http.post(orders, "{\"lines\":\"" + card + "\"}", "Idempotency-Key: " + plan.key() + "-2").status()).isBetween(400, 499);
        }
        assertThat(shop.write("POST", "/api/v1/imports/paste", "{\"pool\":\"" + goods.pool() + "\",\"format\":\"code\",\"text\":\"" + card
                + "-00000001\\n" + card + "\\u0000bad\\n" + card + "x".repeat(9_000) + "\"}").status()).isEqualTo(202);
    }

    /** A dump in plain text, table by table; bytes stand in it as hexadecimal digits, so the secrets are looked for in both forms. */
    private static List<String> tablesThatShow(ServerProcess server, List<String> secrets) throws SQLException {
        var forms = new ArrayList<>(secrets);
        secrets.forEach(secret -> forms.add(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
        var found = new ArrayList<String>();
        try (var connection = server.database().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1_000);
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("kernel.event_cursor", "vault.card", "vault.import_chunk", "web.idempotency");
            for (var table : tables) {
                try (var rows = statement.executeQuery("select dumped::text from " + table + " as dumped")) {
                    while (rows.next()) {
                        var row = rows.getString(1);
                        if (forms.stream().anyMatch(row::contains)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Tables, indexes, the write-ahead log, the server's own log, and whatever else lies in the data directory. */
    private static List<String> filesThatShow(ServerProcess server, List<String> secrets) throws IOException {
        var longest = secrets.stream().mapToInt(String::length).max().orElseThrow();
        var found = new ArrayList<String>();
        try (var paths = Files.walk(server.data())) {
            for (var file : paths.filter(Files::isRegularFile).filter(it -> !it.toString().contains("postgres-program")).toList()) {
                if (shows(file, secrets, longest)) {
                    found.add(server.data().relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static boolean shows(Path file, List<String> secrets, int longest) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var tail = "";
            for (var piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                var text = tail + new String(piece, StandardCharsets.ISO_8859_1);
                if (secrets.stream().anyMatch(text::contains)) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - longest));
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
