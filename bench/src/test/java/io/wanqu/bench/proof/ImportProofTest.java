package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import io.wanqu.bench.drive.CardFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An import is killed while it is uploaded and again while it is read, and still holds each card once. */
@ExtendWith(World.Shared.class)
class ImportProofTest {

    private static final Duration IMPORT_MAX = Duration.ofMinutes(20);

    @Test
    void fifty_thousand_cards_survive_two_kills_each_exactly_once(World world) throws Exception {
        importAndKill(world, 50_000);
    }

    @Test
    @Tag("long")
    void a_million_cards_survive_two_kills_each_exactly_once(World world) throws Exception {
        importAndKill(world, 1_000_000);
    }

    private static void importAndKill(World world, int count) throws IOException {
        var shop = world.openShop();
        var pool = shop.openPool("imported");
        var file = new CardFile("import-" + UUID.randomUUID(), count);
        var began = System.nanoTime();

        var id = file.open(shop, pool);
        file.send(shop, id, file.bytes() / 2);
        world.server().killWithDatabase();
        world.server().start();
        file.send(shop, id);
        await().atMost(IMPORT_MAX).pollInterval(Duration.ofMillis(5)).until(() -> CardFile.progress(shop, id).get("lines").asInt() >= count / 3);
        var linesBeforeKill = CardFile.progress(shop, id).get("lines").asInt();
        world.server().kill();
        world.server().start();
        await().atMost(IMPORT_MAX).until(() -> CardFile.finished(shop, id));

        var seconds = (System.nanoTime() - began) / 1_000_000_000.0;
        var done = CardFile.progress(shop, id);
        var database = world.server().database();
        assertThat(linesBeforeKill).isBetween(1, count - 1);
        assertThat(done.get("lines").asInt()).isEqualTo(count);
        assertThat(done.get("loaded").asInt()).isEqualTo(count);
        assertThat(done.get("duplicates").asInt() + done.get("errors").asInt()).isZero();
        assertThat(shop.pool(pool).get("available").asInt()).isEqualTo(count);
        assertThat(shop.pool(pool).get("loaded").asInt()).isEqualTo(count);
        assertThat(database.count("select count(distinct fingerprint) from vault.card where shop_id = " + shop.id())).isEqualTo(count);
        assertThat(database.count("select count(distinct line_no) from vault.card where shop_id = " + shop.id())).isEqualTo(count);
        assertThat(database.count("select count(*) from vault.card where shop_id = " + shop.id())).isEqualTo(count);
        assertThat(shop.audit().get("clean").asBoolean()).isTrue();
        World.say("%,d cards imported in %.1f s with two kills, the first at half of the upload, the second at line %,d; %s"
                .formatted(count, seconds, linesBeforeKill, memory(world.server().pid())));
    }

    private static String memory(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return "memory is not known on this system";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("VmHWM unknown")
                .replaceAll("\\s+", " ").replace("VmHWM:", "most memory of the server:");
    }
}
