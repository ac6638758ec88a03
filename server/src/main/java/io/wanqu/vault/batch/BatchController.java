package io.wanqu.vault.batch;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.vault.VaultProblem;
import io.wanqu.vault.batch.Batches.Batch;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Batches over HTTP. */
@RestController
@RequestMapping("/api/v1/batches")
class BatchController {

    private static final int SUPPLIER_MAX = 80;

    private final Batches batches;
    private final RecallBatch recallBatch;
    private final ExportBatch exportBatch;
    private final ShopScope scope;

    BatchController(Batches batches, RecallBatch recallBatch, ExportBatch exportBatch, ShopScope scope) {
        this.batches = batches;
        this.recallBatch = recallBatch;
        this.exportBatch = exportBatch;
        this.scope = scope;
    }

    /** Newest first. */
    @GetMapping
    Page<Answer> list(Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var shop = caller.must(Scope.STOCK_READ);
        var size = Math.clamp(limit, 1, Page.LIMIT_MAX);
        var before = after == null ? null : Long.valueOf(Id.parse("after", after));
        var page = Page.of(scope.in(shop, () -> batches.page(shop, before, size + 1)), size, Batch::id);
        return new Page<>(page.items().stream().map(Answer::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    Answer get(Caller caller, @PathVariable String id) {
        return Answer.of(find(caller.must(Scope.STOCK_READ), id));
    }

    /** Safe to repeat: what is off sale stays off, what was promised may have come free. */
    @PutMapping("/{id}/recall")
    @Idempotent
    RecallBatch.Recalled recall(Caller caller, @PathVariable String id) {
        return recallBatch.recall(caller.must(Scope.CARDS_WRITE), Id.parse("batch", id));
    }

    /** Who supplied the batch; an empty name takes it back. */
    @PutMapping("/{id}/supplier")
    Answer supplied(Caller caller, @PathVariable String id, @RequestBody Supplier request) {
        var shop = caller.must(Scope.CARDS_WRITE);
        var batch = find(shop, id);
        var name = Require.text("/name", request.name, 0, SUPPLIER_MAX);
        scope.in(shop, () -> batches.supplied(shop, batch.id(), name));
        return Answer.of(find(shop, id));
    }

    /** All its card keys at once: whoever sits at the desk shows first that it is they. */
    @GetMapping(path = "/{id}/cards", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.CARDS_WRITE);
        caller.mustBeFresh();
        var batch = find(shop, id);
        StreamingResponseBody body = out -> exportBatch.write(shop, batch, caller.name(), new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("batch-" + batch.id() + ".csv").build().toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(body);
    }

    private Batch find(ShopId shop, String id) {
        var batch = Id.parse("batch", id);
        return scope.in(shop, () -> batches.find(shop, batch)).orElseThrow(() -> new VaultProblem.UnknownBatch(batch));
    }

    record Supplier(@Nullable String name) {
    }

    record Answer(String id, PoolId pool, int cards, long uses, long recalledUses, Instant createdAt, String supplier) {

        static Answer of(Batch batch) {
            return new Answer(Long.toString(batch.id()), batch.pool(), batch.loaded(), batch.usesLoaded(),
                    batch.recalledUses(), batch.createdAt(), batch.supplier());
        }
    }
}
