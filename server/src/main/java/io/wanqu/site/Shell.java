package io.wanqu.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The page that the shop's program starts on, with the places where the server writes what it knows already. */
@Component
class Shell {

    static final MediaType TYPE = new MediaType("text", "html", StandardCharsets.UTF_8);
    static final String HOUSE = "Wanqu 万渠";

    private static final String HEAD = "<!--wanqu:head-->";
    private static final String FIRST = "<!--wanqu:first-->";
    private static final String LANGUAGE = "<html lang=\"zh-CN\"";

    private final String plain;
    private final String built;
    private final boolean missing;

    Shell(BuiltFiles files) {
        this.plain = own();
        this.built = files.text("shop/index.html").map(page -> page.replaceFirst("(?s)<!--wanqu:title-->.*?<!--/wanqu:title-->", ""))
                .orElse(plain);
        this.missing = built.equals(plain);
        if (!built.contains(HEAD) || !built.contains(FIRST) || !built.contains(LANGUAGE)) {
            throw new IllegalStateException("shop/index.html lacks " + HEAD + ", " + FIRST + " or " + LANGUAGE);
        }
    }

    /** With the program that takes over. */
    String page(String language, Html head, Html first) {
        return fill(built, language, head, first);
    }

    /** There is no program to take over, because the server was built without. */
    boolean missing() {
        return missing;
    }

    /** Without it. */
    String plain(String language, Html head, Html first) {
        return fill(plain, language, head, first);
    }

    private static String fill(String page, String language, Html head, Html first) {
        return page.replace(LANGUAGE, "<html lang=\"" + language + "\"").replace(HEAD, head.toString()).replace(FIRST, first.toString());
    }

    private static String own() {
        try (var stream = Objects.requireNonNull(Shell.class.getResourceAsStream("/site/shell.html"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
