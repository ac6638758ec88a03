package io.wanqu.vault.importing;

import static io.wanqu.vault.importing.ImportCast.AUTO;
import static io.wanqu.vault.importing.ImportCast.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.Reveal;
import io.wanqu.vault.StockCast;
import io.wanqu.vault.VaultCast;
import io.wanqu.vault.importing.Import.Counts;
import io.wanqu.vault.importing.Import.Options;
import io.wanqu.vault.importing.Import.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
@ExtendWith(OutputCaptureExtension.class)
class ImportTest {

    @Autowired
    private ImportCast run;
    @Autowired
    private Imports imports;
    @Autowired
    private ReceiveContent receive;
    @Autowired
    private ReadStretch read;
    @Autowired
    private WriteStretch write;
    @Autowired
    private Reveal reveal;
    @Autowired
    private StockCast stock;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;
    private PoolId pool;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
    }

    @Test
    void loads_each_line_once_and_counts_them_in_the_stock() throws IOException {
        var done = run(AUTO, "\uFEFFcard1----one\r\n\r\n  card2----two  \ncard3----three");

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.options().format()).isEqualTo(LineFormat.DASHES);
        assertThat(done.counts()).isEqualTo(new Counts(4, 3, 3, 0, 0, 0));
        assertThat(secrets()).containsExactlyInAnyOrder("card1/one", "card2/two", "card3/three");
        assertThat(stock.loaded(shop, pool)).isEqualTo(3);
        assertThat(events("vault.cards-imported")).isEqualTo(1);
    }

    @Test
    void reports_duplicates_by_where_they_are_and_never_their_content() throws IOException {
        run(AUTO, "OLD-1\nOLD-2");

        var second = run(AUTO, "NEW-1\nOLD-2\nNEW-1\n" + "x".repeat(5_000) + "\nNEW-2");

        assertThat(second.counts()).isEqualTo(new Counts(5, 2, 2, 2, 0, 1));
        assertThat(imports.errors(shop, second.id(), 0, 10)).containsExactly(
                new ParsedLine.Bad(2, LineError.DUPLICATE_IN_SHOP), new ParsedLine.Bad(3, LineError.DUPLICATE_IN_FILE),
                new ParsedLine.Bad(4, LineError.LINE_TOO_LONG));
        assertThat(stock.loaded(shop, pool)).isEqualTo(4);
    }

    @Test
    void counts_cards_that_other_shops_have_without_refusing_them() throws IOException {
        var secret = "SHARED-" + cast.id();
        run(AUTO, secret);
        open_a_shop();

        assertThat(run(AUTO, secret + "\nOWN-" + cast.id()).counts()).isEqualTo(new Counts(2, 2, 2, 0, 1, 0));
    }

    @Test
    void reads_utf_16_and_gb18030_and_names_the_lines_that_are_neither() throws IOException {
        var utf16 = run(AUTO, "\uFEFF卡号,密码\n一,二\n".getBytes(StandardCharsets.UTF_16LE));
        var gb = run(new Options(LineFormat.AUTO, "gb18030", 1, null, null), "三----四\n".getBytes(Charset.forName("GB18030")));
        var wrong = run(AUTO, "good-1\n五----六\ngood-2\n".getBytes(Charset.forName("GB18030")));

        assertThat(List.of(utf16.state(), gb.state())).containsExactly(State.DONE, State.DONE);
        assertThat(imports.errors(shop, wrong.id(), 0, 10)).containsExactly(new ParsedLine.Bad(2, LineError.ENCODING));
        assertThat(secrets()).containsExactlyInAnyOrder("一/二", "三/四", "null/good-1", "null/good-2");
    }

    @Test
    void fails_a_csv_file_whose_heading_it_does_not_know() throws IOException {
        var failed = run(new Options(LineFormat.CSV, "auto", 1, null, null), "name,thing\na,b\n");

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(imports.errors(shop, failed.id(), 0, 10)).containsExactly(new ParsedLine.Bad(1, LineError.HEADER_UNKNOWN));
        assertThat(stock.loaded(shop, pool)).isZero();
    }

    @Test
    void ends_an_import_without_content() throws IOException {
        assertThat(run(AUTO, "").counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0));
        assertThat(events("vault.cards-imported")).isZero();
    }

    @Test
    void counts_the_uses_of_cards_of_several_uses() throws IOException {
        run(new Options(LineFormat.AUTO, "auto", 3, 1, null), "secret,uses\nA,\nB,10\n");

        assertThat(stock.loaded(shop, pool)).isEqualTo(13);
    }

    @Test
    void goes_on_after_a_worker_died_between_two_stretches() throws IOException {
        var of = run.claimed(shop, pool, codes(20_000), 77);
        var reading = read.open(of);
        write.write(of, of.counts(), 77, reading.next());
        reading.next();

        run.abandon(of);

        assertThat(run.ended(shop, of.id()).counts()).extracting(Counts::lines, Counts::loaded).containsExactly(20_000, 20_000);
        assertThat(new HashSet<>(secrets())).hasSize(20_000);
        assertThat(stock.loaded(shop, pool)).isEqualTo(20_000);
    }

    @Test
    void loses_nothing_and_doubles_nothing_when_a_worker_dies_inside_a_stretch() throws IOException {
        var of = run.claimed(shop, pool, codes(20_000), 77);
        var prepared = read.open(of).next();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> cast.inTransaction(() -> {
            write.write(of, of.counts(), 77, prepared);
            throw new IllegalStateException("killed before the commit");
        }));
        assertThat(stock.loaded(shop, pool)).isZero();
        run.abandon(of);

        assertThat(run.ended(shop, of.id()).counts()).extracting(Counts::lines, Counts::loaded).containsExactly(20_000, 20_000);
        assertThat(stock.loaded(shop, pool)).isEqualTo(20_000);
    }

    @Test
    void refuses_what_a_replaced_worker_still_wants_to_write() throws IOException {
        var of = run.claimed(shop, pool, codes(100), 77);
        var prepared = read.open(of).next();
        run.abandon(of);
        var done = run.ended(shop, of.id());

        assertThatExceptionOfType(WriteStretch.LeaseLost.class).isThrownBy(() -> write.write(of, of.counts(), 77, prepared));
        assertThat(imports.find(shop, of.id())).contains(done);
        assertThat(stock.loaded(shop, pool)).isEqualTo(100);
    }

    @Test
    void keeps_what_came_before_the_connection_broke() throws IOException {
        var of = run.stored(shop, pool, AUTO, new ByteArrayInputStream(new byte[0]));
        var broken = new SequenceInputStream(new ByteArrayInputStream("ONE\nTWO\nTHR".getBytes(StandardCharsets.UTF_8)), new Broken());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> receive.store(shop, of.id(), 0, broken));
        assertThat(imports.find(shop, of.id()).orElseThrow().stored()).isEqualTo(11);
        receive.store(shop, of.id(), 11, new ByteArrayInputStream("EE".getBytes(StandardCharsets.UTF_8)));
        run.start(shop, of.id());

        assertThat(secrets()).containsExactlyInAnyOrder("null/ONE", "null/TWO", "null/THREE");
    }

    @Test
    void says_nothing_of_a_secret_in_the_log_even_when_it_stops(CapturedOutput output) throws IOException {
        var done = run(AUTO, "CANARY-LOG----CANARY-WORD\nCANARY-ALONE\n");

        assertThat(done.counts().errors()).isZero();
        assertThat(output.getAll()).doesNotContain("CANARY");
        assertThat(done.toString()).doesNotContain("CANARY");
    }

    @Test
    void passes_over_one_line_of_a_hundred_megabytes() throws IOException {
        var length = 100L * 1024 * 1024;
        var of = run.stored(shop, pool, AUTO, new Endless(length));
        receive.store(shop, of.id(), length, new ByteArrayInputStream("\nGOOD-1\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(run.start(shop, of.id()).counts()).isEqualTo(new Counts(2, 1, 1, 0, 0, 1));
        assertThat(secrets()).containsExactly("null/GOOD-1");
    }

    @Test
    void keeps_no_secret_in_plain_and_nothing_of_the_upload_once_it_was_read() throws IOException {
        var of = run.stored(shop, pool, AUTO, new ByteArrayInputStream("CANARY-RED----CANARY-BLUE\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(of.stored()).isEqualTo(26);
        assertThat(run.dump(shop)).contains("\\x").doesNotContain("CANARY").doesNotContain("43414e415259");

        run.start(shop, of.id());

        assertThat(run.dump(shop)).contains("\\x").doesNotContain("CANARY").doesNotContain("43414e415259");
        assertThat(jdbc.sql("select count(*) from vault.import_chunk where shop_id = ?").params(shop.value()).query(Long.class).single()).isZero();
        assertThat(secrets()).containsExactly("CANARY-RED/CANARY-BLUE");
    }

    private Import run(Options options, String text) throws IOException {
        return run(options, text.getBytes(StandardCharsets.UTF_8));
    }

    private Import run(Options options, byte[] content) throws IOException {
        return run.run(shop, pool, options, content);
    }

    private List<String> secrets() {
        return jdbc.sql("select card_id from vault.card where shop_id = ? order by card_id").params(shop.value())
            .query(Long.class).list().stream()
            .map(card -> reveal.toStaff(shop, card, "test"))
            .map(card -> (card.number() == null ? "null" : card.number().expose()) + "/" + card.secret().expose())
            .toList();
    }

    private long events(String type) {
        return jdbc.sql("select count(*) from kernel.event where shop_id = ? and type = ?").params(shop.value(), type)
            .query(Long.class).single();
    }

    /** A connection that breaks at the next byte. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }

    /** One long line that exists nowhere. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            var count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
