package io.wanqu.ledger.chain;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lets a shop prove its books, and the operator those of everybody. */
@RestController
class ProofController {

    private final ProveBooks prove;
    private final ShopScope scope;
    private final TransactionTemplate snapshot;

    ProofController(ProveBooks prove, ShopScope scope, TransactionTemplate transaction) {
        this.prove = prove;
        this.scope = scope;
        this.snapshot = new TransactionTemplate(transaction.getTransactionManager());
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    @GetMapping("/api/v1/ledger/proof")
    Proof ofOwnBooks(Caller caller, @RequestParam @Nullable String from) {
        var shop = caller.must(Scope.LEDGER_READ);
        var day = day(from);
        return snapshot.execute(status -> scope.in(shop, () -> prove.prove(shop, day, progress -> { })));
    }

    /** One line of JSON for each day that is intact, and a last one with the proof. */
    @GetMapping(path = "/api/v1/operator/ledger/{shop}/proof", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> ofShop(Caller caller, @PathVariable long shop, @RequestParam @Nullable String from) {
        caller.mustOperate(Scope.LEDGER_READ);
        var day = day(from);
        return ResponseEntity.ok(out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var proof = snapshot.execute(status -> prove.prove(new ShopId(shop), day, progress -> line(writer, progress)));
            line(writer, proof);
        });
    }

    private static void line(Writer writer, Object value) {
        try {
            writer.write(Json.write(value) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("from", "a day like 2026-01-31");
        }
    }
}
