package io.wanqu.ledger.chain;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ledger.NamesShops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lets a shop prove its books, and the operator those of everybody. */
@RestController
class ProofController {

    private final ProveBooks prove;
    private final ShopScope scope;
    private final NamesShops owners;
    private final TransactionTemplate snapshot;

    ProofController(ProveBooks prove, ShopScope scope, NamesShops owners, TransactionTemplate transaction) {
        this.prove = prove;
        this.scope = scope;
        this.owners = owners;
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

    /** One line of JSON for each day that is intact, one for each shop with its proof, and a last one that says that it is the last. */
    @GetMapping(path = "/api/v1/operator/ledger/proof", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> ofAll(Caller caller, @RequestParam @Nullable String shop, @RequestParam @Nullable String from) {
        caller.mustOperate(Scope.LEDGER_READ);
        var day = day(from);
        var one = shop == null ? null : owners.named(shop);
        return ResponseEntity.ok(out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            var intact = true;
            var shops = one == null ? prove.shops(Long.MIN_VALUE) : List.of(one);
            while (!shops.isEmpty()) {
                for (var next : shops) {
                    var proof = snapshot.execute(status -> prove.prove(next, day, progress -> line(writer, progress)));
                    intact = intact && proof.intact();
                    line(writer, proof);
                }
                shops = one == null ? prove.shops(shops.getLast().value()) : List.of();
            }
            line(writer, new End(true, intact));
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

    record End(boolean done, boolean allIntact) {
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("from", "a day like 2026-01-31");
        }
    }
}
