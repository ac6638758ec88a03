package io.wanqu.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Gives out what the pages are made of, and the console, whose addresses below {@code /console/} are all one page. */
@Hidden
@RestController
class FilesController {

    private static final Duration YEAR = Duration.ofDays(365);

    private final BuiltFiles files;
    private final Shell shell;

    FilesController(BuiltFiles files, Shell shell) {
        this.files = files;
        this.shell = shell;
    }

    @GetMapping("/shop/{*path}")
    ResponseEntity<byte[]> shop(@PathVariable String path, HttpServletRequest request) {
        return path.endsWith(".html") ? none() : files.find("shop" + path).map(file -> give(file, request)).orElseGet(FilesController::none);
    }

    @GetMapping("/console")
    ResponseEntity<byte[]> door() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(URI.create("/console/")).build();
    }

    @GetMapping("/console/{*path}")
    ResponseEntity<byte[]> console(@PathVariable String path, HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String languages) {
        var file = files.find("console" + path);
        if (file.isPresent() && !path.endsWith(".html")) {
            return give(file.get(), request);
        }
        if (path.startsWith("/assets/")) {
            return none();
        }
        return files.find("console/index.html").map(page -> give(page, request)).orElseGet(() -> noPages(languages));
    }

    private ResponseEntity<byte[]> give(BuiltFile file, HttpServletRequest request) {
        var form = file.formFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var answer = ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, file.type()).headers(file.isPage() ? PageGuards.page() : PageGuards.part())
                .cacheControl(file.neverChanges() ? CacheControl.maxAge(YEAR).cachePublic().immutable() : CacheControl.noCache())
                .eTag('"' + file.tag() + (form.isEmpty() ? "" : "-" + form) + '"').varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (!form.isEmpty()) {
            answer.header(HttpHeaders.CONTENT_ENCODING, form);
        }
        return answer.body(files.bytes(file, form));
    }

    /** Says how to get the pages where a server was built without them. */
    private ResponseEntity<byte[]> noPages(String languages) {
        var words = Words.of(languages);
        var body = new Html().open("main").line("h1", Shell.HOUSE).line("p", words.text("no-pages")).close("main");
        var page = shell.plain(words.tag(), new Html().line("title", Shell.HOUSE), body);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(Shell.TYPE).cacheControl(CacheControl.noStore())
                .headers(PageGuards.page()).body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of an older build is gone, and a browser must not remember that under an address which may come back. */
    private static ResponseEntity<byte[]> none() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).cacheControl(CacheControl.noStore()).build();
    }
}
