package io.wanqu.desk;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Csv;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.ProveTrail;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.kernel.trail.TrailQueries;
import io.wanqu.kernel.trail.TrailQueries.Entry;
import io.wanqu.kernel.trail.TrailQueries.Search;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Who did what in the shop: searched, taken along, and proven. */
@RestController
class TrailController {

    private static final int LINES = 1_000;
    private static final int TEXT_MAX = 120;

    private final TrailQueries trail;
    private final ProveTrail prove;
    private final Trail notes;
    private final ShopScope scope;

    TrailController(TrailQueries trail, ProveTrail prove, Trail notes, ShopScope scope) {
        this.trail = trail;
        this.prove = prove;
        this.notes = notes;
        this.scope = scope;
    }

    /** Newest first. */
    @GetMapping("/api/v1/trail")
    Page<Entry> find(Caller caller, @RequestParam @Nullable String actor, @RequestParam @Nullable String action,
            @RequestParam @Nullable String subject, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.AUDIT_READ);
        var ask = PageAsk.of(after, limit);
        var search = search(shop, actor, action, subject);
        return page(scope.in(shop, () -> trail.find(search, ask.before(), ask.limit() + 1)), ask);
    }

    /** The same of every shop, or of one, for the platform's people. */
    @GetMapping("/api/v1/operator/trail")
    Page<Entry> ofAll(Caller caller, @RequestParam @Nullable String shop, @RequestParam @Nullable String actor, @RequestParam @Nullable String action,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.AUDIT_READ);
        var ask = PageAsk.of(after, limit);
        var of = shop == null ? null : new ShopId("0".equals(shop) ? 0 : Id.parse("shop", shop));
        return page(trail.find(search(of, actor, action, subject), ask.before(), ask.limit() + 1), ask);
    }

    /** A file for a spreadsheet; that it was taken is an entry too. */
    @GetMapping(path = "/api/v1/trail/export", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(Caller caller, @RequestParam @Nullable String actor, @RequestParam @Nullable String action,
            @RequestParam @Nullable String subject) {
        var shop = caller.must(Scope.AUDIT_READ);
        var search = search(shop, actor, action, subject);
        scope.in(shop, () -> {
            notes.note(new Note(shop, "trail.exported", "", null, search));
            return shop;
        });
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out -> write(shop, search, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    @GetMapping("/api/v1/trail/proof")
    ProveTrail.Proof proof(Caller caller) {
        var shop = caller.must(Scope.AUDIT_READ);
        return scope.in(shop, () -> prove.prove(shop));
    }

    private void write(ShopId shop, Search search, Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("id", "at", "actor", "name", "action", "subject", "route", "address", "outcome", "before", "after");
        List<Entry> entries;
        var before = Long.MAX_VALUE;
        do {
            var from = before;
            entries = scope.in(shop, () -> trail.find(search, from, LINES));
            for (var entry : entries) {
                csv.writeRecord(entry.id(), entry.at().toString(), Csv.harmless(entry.actor()), Csv.harmless(entry.actorName()),
                        Csv.harmless(entry.action()), Csv.harmless(entry.subject()), Csv.harmless(entry.route()), entry.address(),
                        Csv.harmless(entry.outcome()), text(entry.before()), text(entry.after()));
                before = Long.parseLong(entry.id());
            }
        } while (entries.size() == LINES);
        csv.flush();
    }

    private static String text(@Nullable String json) {
        return json == null ? "" : Csv.harmless(json);
    }

    private static Page<Entry> page(List<Entry> entries, PageAsk ask) {
        return Page.of(entries, ask.limit(), entry -> Long.parseLong(entry.id()));
    }

    /** What is left out may be anything; the action is matched as it begins. */
    private static Search search(@Nullable ShopId shop, @Nullable String actor, @Nullable String action, @Nullable String subject) {
        return new Search(shop, filter("actor", actor), filter("action", action), filter("subject", subject));
    }

    private static @Nullable String filter(String field, @Nullable String value) {
        return value == null ? null : Require.text(field, value, 1, TEXT_MAX);
    }
}
