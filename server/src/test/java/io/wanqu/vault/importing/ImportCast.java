package io.wanqu.vault.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.importing.Import.Options;

import org.awaitility.Awaitility;
import org.springframework.stereotype.Component;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs imports for tests and waits for their end. */
@Component
class ImportCast {

    static final Options AUTO = new Options(LineFormat.AUTO, "auto", 1, null, null);

    private final ReceiveContent receive;
    private final ImportWorkers workers;
    private final Imports imports;
    private final JdbcClient jdbc;

    ImportCast(ReceiveContent receive, ImportWorkers workers, Imports imports, JdbcClient jdbc) {
        this.receive = receive;
        this.workers = workers;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    Import run(ShopId shop, PoolId pool, Options options, byte[] content) throws IOException {
        var of = stored(shop, pool, options, new ByteArrayInputStream(content));
        return start(shop, of.id());
    }

    Import stored(ShopId shop, PoolId pool, Options options, InputStream content) throws IOException {
        var of = receive.open(new Caller(shop, "mei", Set.of(Caller.Scope.CARDS_WRITE)), pool, options);
        return receive.store(shop, of.id(), 0, content);
    }

    Import start(ShopId shop, long id) {
        receive.start(shop, id);
        workers.wake();
        return ended(shop, id);
    }

    Import ended(ShopId shop, long id) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(20))
                .until(() -> imports.find(shop, id).orElseThrow().finishedAt() != null);
        return imports.find(shop, id).orElseThrow();
    }

    /** An import that a worker of the test reads, so that no other takes it. */
    Import claimed(ShopId shop, PoolId pool, String text, long lease) throws IOException {
        var of = stored(shop, pool, AUTO, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("""
                update vault.import set state = 'running', lease = ?, lease_until = now() + interval '1 hour', queued_at = now()
                 where shop_id = ? and import_id = ?
                """).params(lease, shop.value(), of.id()).update();
        return imports.find(shop, of.id()).orElseThrow();
    }

    /** The worker of the test falls silent; the server's own take over. */
    void abandon(Import of) {
        jdbc.sql("update vault.import set lease_until = now() - interval '1 second' where shop_id = ? and import_id = ?")
            .params(of.shop().value(), of.id()).update();
        workers.wake();
    }

    /** Every row of the shop in the vault, as text. */
    String dump(ShopId shop) {
        return List.of("card", "delivery", "import", "import_chunk", "import_error", "reveal_log").stream()
                .map(table -> jdbc.sql("select row::text from vault." + table + " row where shop_id = ?").params(shop.value())
                        .query(String.class).list().toString())
                .collect(Collectors.joining());
    }

    static String codes(int count) {
        return IntStream.range(0, count).mapToObj(n -> "CODE-" + n + "-" + n * 7_919L).collect(Collectors.joining("\n"));
    }
}
