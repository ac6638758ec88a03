package io.wanqu.vault.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.vault.VaultProblem;
import io.wanqu.vault.importing.Import.Options;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP: open one, send its content in as many pieces as the line needs, start it, look how far it is. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    /** What fits comfortably into one JSON text; larger lists come as a stream. */
    private static final int PASTE_BYTES_MAX = 768 * 1024;
    private static final int USES_MAX = 1_000_000_000;
    private static final Set<String> CHARSETS = Set.of("auto", "utf-8", "gb18030", "utf-16le", "utf-16be");

    private final ReceiveContent receive;
    private final MultipartContent multipart;
    private final ImportWorkers workers;
    private final Imports imports;
    private final ShopScope scope;

    ImportController(ReceiveContent receive, MultipartContent multipart, ImportWorkers workers, Imports imports, ShopScope scope) {
        this.receive = receive;
        this.multipart = multipart;
        this.workers = workers;
        this.imports = imports;
        this.scope = scope;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    Import.Answer open(Caller caller, @RequestBody Opening request) {
        caller.must(Scope.CARDS_WRITE);
        return Import.Answer.of(receive.open(caller, pool(request.pool()), request.options()));
    }

    @PostMapping("/paste")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent
    Import.Answer paste(Caller caller, @RequestBody Paste request) throws IOException {
        var shop = caller.must(Scope.CARDS_WRITE);
        var bytes = Require.present("/text", request.text(), "the cards, one on a line").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > PASTE_BYTES_MAX) {
            throw new VaultProblem.ContentTooLarge(PASTE_BYTES_MAX);
        }
        var opened = receive.open(caller, pool(request.pool()), request.options());
        receive.store(shop, opened.id(), 0, new ByteArrayInputStream(bytes));
        return started(shop, opened.id());
    }

    /** The form of a browser: one file, whole, into an import that was opened before; it starts by itself. */
    @PostMapping("/{id}/file")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Import.Answer file(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        var shop = caller.must(Scope.CARDS_WRITE);
        var importId = Id.parse("import", id);
        try (var content = multipart.file(request)) {
            receive.store(shop, importId, 0, content);
        }
        return started(shop, importId);
    }

    @RequestMapping(path = "/{id}/content", method = {RequestMethod.PUT, RequestMethod.PATCH})
    ResponseEntity<Import.Answer> content(Caller caller, @PathVariable String id,
            @RequestHeader(name = "Upload-Offset", defaultValue = "0") long offset, HttpServletRequest request) throws IOException {
        var shop = caller.must(Scope.CARDS_WRITE);
        var importId = Id.parse("import", id);
        try (var content = ReceiveContent.unpack(request.getInputStream(), request.getHeader("Content-Encoding"))) {
            receive.store(shop, importId, offset, content);
        }
        var answer = "?1".equals(request.getHeader("Upload-Complete"))
                ? started(shop, importId)
                : Import.Answer.of(receive.find(shop, importId));
        return ResponseEntity.ok().header("Upload-Offset", Long.toString(answer.stored())).body(answer);
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Import.Answer start(Caller caller, @PathVariable String id) {
        return started(caller.must(Scope.CARDS_WRITE), Id.parse("import", id));
    }

    /** Newest first, those that still receive or run among them: what was begun is found again. */
    @GetMapping
    Page<Import.Answer> list(Caller caller, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var shop = caller.must(Scope.STOCK_READ);
        var page = PageAsk.of(after, limit);
        var rows = scope.in(shop, () -> imports.list(shop, page.before(), page.limit() + 1));
        return Page.of(rows.stream().map(Import.Answer::of).toList(), page.limit(), it -> Long.parseLong(it.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<Import.Answer> get(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.STOCK_READ);
        var answer = Import.Answer.of(scope.in(shop, () -> receive.find(shop, Id.parse("import", id))));
        return ResponseEntity.ok().header("Upload-Offset", Long.toString(answer.stored())).body(answer);
    }

    private Import.Answer started(ShopId shop, long id) {
        var answer = Import.Answer.of(receive.start(shop, id));
        workers.wake();
        return answer;
    }

    private static PoolId pool(@Nullable PoolId asked) {
        return Require.present("/pool", asked, "the id of a pool");
    }

    private static Options options(@Nullable String format, @Nullable String charset, @Nullable Integer uses,
            @Nullable Integer perDay, @Nullable Instant expiresAt) {
        if (format != null && !LineFormat.known(format)) {
            throw new KernelProblem.InvalidValue("/format", "auto, code, dashes, comma, tab, pipe, space or csv");
        }
        if (charset != null && !CHARSETS.contains(charset)) {
            throw new KernelProblem.InvalidValue("/charset", String.join(", ", CHARSETS.stream().sorted().toList()));
        }
        return new Options(format == null ? LineFormat.AUTO : LineFormat.of(format), charset == null ? "auto" : charset,
                uses == null ? 1 : Require.between("/uses", uses, 1, USES_MAX),
                perDay == null ? null : Integer.valueOf(Require.between("/perDay", perDay, 1, USES_MAX)), expiresAt);
    }

    /** @param uses how often each card may be handed out: 1 unless said otherwise, 1000000000 for a loop card */
    record Opening(@Nullable PoolId pool, @Nullable String format, @Nullable String charset, @Nullable Integer uses,
            @Nullable Integer perDay, @Nullable Instant expiresAt) {

        Options options() {
            return ImportController.options(format, charset, uses, perDay, expiresAt);
        }
    }

    record Paste(@Nullable PoolId pool, @Nullable String format, @Nullable String charset, @Nullable Integer uses,
            @Nullable Integer perDay, @Nullable Instant expiresAt, @Nullable String text) {

        Options options() {
            return ImportController.options(format, charset, uses, perDay, expiresAt);
        }

        @Override
        public String toString() {
            return "Paste[pool=" + pool + "]";
        }
    }
}
