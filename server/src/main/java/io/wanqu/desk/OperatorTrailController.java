package io.wanqu.desk;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.ProveTrail;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Proves the trails of all shops, the platform's own first. */
@RestController
class OperatorTrailController {

    private final ProveTrail prove;
    private final Shops shops;
    private final TransactionTemplate snapshot;

    OperatorTrailController(ProveTrail prove, Shops shops, TransactionTemplate transaction) {
        this.prove = prove;
        this.shops = shops;
        this.snapshot = new TransactionTemplate(transaction.getTransactionManager());
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** One line of JSON for each shop, and a last one that says that it is the last. */
    @GetMapping(path = "/api/v1/operator/trail/proof", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> proof(Caller caller, @RequestParam @Nullable String shop) {
        caller.mustOperate(Scope.AUDIT_READ);
        var one = shop == null ? null : shops.bySlug(shop).id();
        return ResponseEntity.ok(out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var intact = true;
            var some = one == null ? prove.shops(-1) : List.of(one);
            while (!some.isEmpty()) {
                for (var next : some) {
                    intact &= line(writer, next);
                }
                some = one == null ? prove.shops(some.getLast().value()) : List.of();
            }
            write(writer, new End(true, intact));
        });
    }

    private boolean line(Writer writer, ShopId shop) {
        var proof = snapshot.execute(status -> prove.prove(shop));
        write(writer, proof);
        return proof.intact();
    }

    private static void write(Writer writer, Object value) {
        try {
            writer.write(Json.write(value) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record End(boolean done, boolean allIntact) {
    }
}
