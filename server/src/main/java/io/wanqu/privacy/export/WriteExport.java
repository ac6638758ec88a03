package io.wanqu.privacy.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.customer.OrdersBought;
import io.wanqu.customer.OrdersBought.Key;
import io.wanqu.customer.Subjects;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;
import io.wanqu.privacy.PrivacySettings;
import io.wanqu.privacy.export.ExportTable.Export;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes all that is kept of a person into one zip of JSON files, a kind each; JSON, because no spreadsheet runs what stands in it. */
@Component
class WriteExport {

    private static final Logger log = LoggerFactory.getLogger(WriteExport.class);
    private static final int ORDERS_AT_ONCE = 200;

    private final ExportTable table;
    private final List<PersonalRecords> kinds;
    private final Sources sources;
    private final TransactionTemplate transaction;
    private final PrivacySettings settings;
    private final Clock clock;

    WriteExport(ExportTable table, List<PersonalRecords> kinds, Sources sources, TransactionTemplate transaction, PrivacySettings settings, Clock clock) {
        this.table = table;
        this.kinds = kinds;
        this.sources = sources;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns how many were written. */
    int writeWaiting() {
        var count = 0;
        for (var next = table.claim(); next.isPresent(); next = table.claim()) {
            try {
                write(next.get());
                count++;
            } catch (IOException | RuntimeException e) {
                log.error("export {} failed", next.get().id(), e);
                table.fail(next.get().id());
            }
        }
        table.expire();
        return count;
    }

    private void write(Export export) throws IOException {
        var subjects = sources.subjects.of(export.account());
        var parts = kinds.size() + 1;
        var pieces = new SealedPieces(table, export.id());
        try (var zip = new ZipOutputStream(pieces, UTF_8)) {
            var done = 0;
            for (var records : kinds) {
                var out = new JsonArray(zip, records.kind());
                subjects.forEach(subject -> transaction.executeWithoutResult(status -> records.read(subject, out::add)));
                out.end();
                table.progress(export.id(), ++done, parts);
            }
            var orders = new JsonArray(zip, "orders");
            subjects.forEach(subject -> orders(subject, orders));
            orders.end();
            table.progress(export.id(), parts, parts);
        }
        table.finish(export.id(), pieces.size(), clock.instant().plus(settings.exportLife()));
    }

    private void orders(Subject subject, JsonArray out) {
        var all = subject.orders();
        for (var from = 0; from < all.size(); from += ORDERS_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + ORDERS_AT_ONCE));
            sources.orders.of(some.stream().map(order -> new Key(subject.shop(), order)).toList()).forEach(out::add);
        }
    }

    /** A file of the zip that is written as its items come. */
    private static final class JsonArray {

        private final ZipOutputStream zip;
        private boolean first = true;

        JsonArray(ZipOutputStream zip, String name) throws IOException {
            this.zip = zip;
            zip.putNextEntry(new ZipEntry(name + ".json"));
            zip.write("[".getBytes(UTF_8));
        }

        void add(Object item) {
            try {
                zip.write((first ? "\n" : ",\n").getBytes(UTF_8));
                zip.write(Json.write(item).getBytes(UTF_8));
                first = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            zip.write("\n]\n".getBytes(UTF_8));
            zip.closeEntry();
        }
    }

    /** Who the person is, and what he bought. */
    @Component
    static class Sources {

        private final Subjects subjects;
        private final OrdersBought orders;

        Sources(Subjects subjects, OrdersBought orders) {
            this.subjects = subjects;
            this.orders = orders;
        }
    }

    /** Looks for those that wait. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> writeExports(WriteExport writeExport, PrivacySettings settings) {
            return Tasks.recurring("privacy.write-exports", FixedDelay.of(settings.look())).execute((instance, context) -> writeExport.writeWaiting());
        }
    }
}
