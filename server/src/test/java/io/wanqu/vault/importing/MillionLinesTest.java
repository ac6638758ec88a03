package io.wanqu.vault.importing;

import static io.wanqu.vault.importing.ImportCast.AUTO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.Claim;
import io.wanqu.vault.Issue;
import io.wanqu.vault.StockCast;
import io.wanqu.vault.VaultCast;
import io.wanqu.vault.importing.Import.Counts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("long")
@WanquTest
class MillionLinesTest {

    private static final Logger log = LoggerFactory.getLogger(MillionLinesTest.class);
    private static final int LINES = 1_000_000;

    @Autowired
    private ImportCast run;
    @Autowired
    private Issue issue;
    @Autowired
    private StockCast stock;
    @Autowired
    private VaultCast cast;

    @Test
    void imports_a_million_lines_in_less_than_a_minute_and_little_memory() throws IOException {
        var shop = cast.shop();
        var pool = cast.pool(shop);
        ManagementFactory.getMemoryPoolMXBeans().forEach(memory -> memory.resetPeakUsage());

        var start = System.nanoTime();
        var of = run.stored(shop, pool, AUTO, new Lines(UUID.randomUUID().toString()));
        var uploaded = System.nanoTime();
        var done = run.start(shop, of.id());
        var ended = System.nanoTime();

        log.info("FIGURE import of {} lines, {} bytes: upload {} ms, reading {} ms, peak heap {} MiB", LINES, of.stored(),
                Duration.ofNanos(uploaded - start).toMillis(), Duration.ofNanos(ended - uploaded).toMillis(), peakHeapMebibytes());
        assertThat(done.counts()).isEqualTo(new Counts(LINES, LINES, LINES, 0, 0, 0));
        assertThat(stock.loaded(shop, pool)).isEqualTo(LINES);
        assertThat(Duration.ofNanos(ended - start)).isLessThan(Duration.ofMinutes(1));
        issueTwoHundredAtATime(shop, pool);
    }

    private void issueTwoHundredAtATime(ShopId shop, PoolId pool) {
        var start = System.nanoTime();
        for (var batch = 0; batch < 50; batch++) {
            var claims = LongStream.range(batch * 200L, batch * 200L + 200).mapToObj(n -> new Claim(shop, pool, n + 1, 1, 1, List.of())).toList();
            assertThat(cast.inTransaction(() -> issue.issue(claims))).allMatch(issued -> issued.count() == 1);
        }
        log.info("FIGURE issue of 10000 cards out of a million, 200 a transaction: {} ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static long peakHeapMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(memory -> memory.getType() == MemoryType.HEAP)
                .mapToLong(memory -> memory.getPeakUsage().getUsed()).sum() / (1024 * 1024);
    }

    /** A list of number and secret, made as it is read. */
    private static final class Lines extends InputStream {

        private final String salt;
        private byte[] line = new byte[0];
        private int at;
        private int made;

        Lines(String salt) {
            this.salt = salt;
        }

        @Override
        public int read() {
            return fill() ? line[at++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (!fill()) {
                return -1;
            }
            var count = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, from, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == line.length && made < LINES) {
                made++;
                line = ("N%09d----%s%x\n".formatted(made, salt.substring(0, 14), made * 2_654_435_761L)).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < line.length;
        }
    }
}
