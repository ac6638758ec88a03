package io.wanqu.vault.importing;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Csv;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** How an import goes, live, and which lines gave no card, as a file. */
@RestController
@RequestMapping("/api/v1/imports/{id}")
class ImportReportController {

    private static final int ROWS = 2_000;
    private static final Duration WATCH_MAX = Duration.ofMinutes(30);
    private static final long LOOK_MILLIS = 300;

    private final ReceiveContent receive;
    private final Imports imports;
    private final ShopScope scope;

    ImportReportController(ReceiveContent receive, Imports imports, ShopScope scope) {
        this.receive = receive;
        this.imports = imports;
        this.scope = scope;
    }

    @GetMapping(path = "/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.STOCK_READ);
        var importId = Id.parse("import", id);
        find(shop, importId);
        var emitter = new SseEmitter(WATCH_MAX.toMillis());
        Thread.ofVirtual().name("import-watch").start(() -> watch(emitter, shop, importId));
        return emitter;
    }

    /** Tells each change once, from whatever node the work is done on; the last message is the finished state. */
    private void watch(SseEmitter emitter, ShopId shop, long id) {
        try {
            for (Import.Answer told = null;;) {
                var now = find(shop, id);
                if (!now.equals(told)) {
                    emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    told = now;
                }
                if (now.finishedAt() != null) {
                    emitter.complete();
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        } catch (IOException | RuntimeException e) {
            emitter.completeWithError(e);
        }
    }

    @GetMapping(path = "/errors", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> errors(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.STOCK_READ);
        var importId = Id.parse("import", id);
        find(shop, importId);
        StreamingResponseBody body = out -> writeErrors(shop, importId, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("import-" + importId + "-errors.csv").build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(body);
    }

    private void writeErrors(ShopId shop, long id, Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("line", "code", "hint");
        for (var after = 0;;) {
            var from = after;
            var rows = scope.in(shop, () -> imports.errors(shop, id, from, ROWS));
            for (var row : rows) {
                csv.writeRecord(Integer.toString(row.lineNo()), row.error().code(), Csv.harmless(row.error().hint()));
            }
            if (rows.size() < ROWS) {
                break;
            }
            after = rows.getLast().lineNo();
        }
        csv.flush();
    }

    private Import.Answer find(ShopId shop, long id) {
        return Import.Answer.of(scope.in(shop, () -> receive.find(shop, id)));
    }
}
