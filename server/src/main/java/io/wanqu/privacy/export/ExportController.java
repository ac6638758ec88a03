package io.wanqu.privacy.export;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.customer.DataUses;
import io.wanqu.customer.DataUses.About;
import io.wanqu.customer.DataUses.Purpose;
import io.wanqu.customer.DataUses.Use;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.privacy.PrivacyProblem;
import io.wanqu.privacy.export.ExportTable.Export;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Where a person asks for all that is kept of him, and fetches it. */
@RestController
class ExportController {

    private final ExportTable table;
    private final DataUses uses;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    ExportController(ExportTable table, DataUses uses, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.table = table;
        this.uses = uses;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/api/v1/me/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Response ask(Buyer buyer) {
        buyer.mustBeFresh();
        var id = ids.next();
        transaction.executeWithoutResult(status -> {
            if (!table.add(id, buyer.account())) {
                throw new PrivacyProblem.ExportRunning();
            }
            uses.note(ShopId.PLATFORM, List.of(new Use(About.account(buyer.account()), "all", Purpose.EXPORT, "asked for by the person", "the person")));
        });
        return get(buyer, Long.toString(id));
    }

    @GetMapping("/api/v1/me/exports")
    List<Response> list(Buyer buyer) {
        return table.list(buyer.account()).stream().map(Response::of).toList();
    }

    @GetMapping("/api/v1/me/exports/{export}")
    Response get(Buyer buyer, @PathVariable String export) {
        return Response.of(find(buyer, export));
    }

    /** A zip of JSON files, given out piece by piece; only to who has just proved again who he is. */
    @GetMapping(path = "/api/v1/me/exports/{export}/file", produces = "application/zip")
    ResponseEntity<StreamingResponseBody> file(Buyer buyer, @PathVariable String export) {
        buyer.mustBeFresh();
        var found = find(buyer, export);
        var expires = found.expiresAt();
        if (!found.state().equals("done") || expires == null || !clock.instant().isBefore(expires)) {
            throw new PrivacyProblem.UnknownExport();
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip")).contentLength(found.sizeBytes())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("my-data.zip").build().toString())
                .body(out -> {
                    Optional<byte[]> content;
                    for (var piece = 0; (content = table.piece(found.id(), piece)).isPresent(); piece++) {
                        out.write(content.get());
                    }
                });
    }

    private Export find(Buyer buyer, String export) {
        return table.find(buyer.account(), Id.parse("export", export)).orElseThrow(PrivacyProblem.UnknownExport::new);
    }

    /**
     * @param state     queued, running, done, failed or over
     * @param doneParts of all parts
     * @param file      where it is fetched, while it is there
     */
    record Response(String id, String state, int doneParts, int allParts, long sizeBytes, Instant askedAt, @Nullable Instant expiresAt,
            @Nullable String file) {

        static Response of(Export export) {
            return new Response(Long.toString(export.id()), export.state(), export.doneParts(), export.allParts(), export.sizeBytes(), export.askedAt(),
                    export.expiresAt(), export.state().equals("done") ? "/api/v1/me/exports/" + export.id() + "/file" : null);
        }
    }
}
