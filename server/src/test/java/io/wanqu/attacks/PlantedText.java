package io.wanqu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import tools.jackson.databind.json.JsonMapper;

/** Text that would be an element, an attribute or a script wherever it is not written as text, and a look whether it became one. */
final class PlantedText {

    /** Each leaves another place: an element, an attribute in either quotes, a title, a script, a comment, an address, a template. */
    static final List<String> ALL = List.of(
            "<planted-a planted-b=1 onfocus=planted(1)>",
            "\"><planted-c onload=planted(2) x=\"",
            "'><planted-d onload=planted(3) x='",
            "\" onmouseover=planted(4) planted-e=\"",
            "</title></textarea></style></noscript><planted-f>",
            "</script><script>planted(5)</script><planted-g>",
            "--><planted-h><!--",
            "javascript:planted(6)",
            "<img src=x onerror=planted(7)>",
            "<svg/onload=planted(8)><script>planted(9)</script>",
            "[planted](javascript:planted(10)) ![planted](x\" onerror=planted(11))",
            "{{planted.constructor('planted(12)')()}}");

    private static final String MARK = "planted";
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "cite");
    private static final Set<String> CODE = Set.of("style", "srcdoc", "ping", "manifest");
    private static final JsonMapper JSON = new JsonMapper();

    private PlantedText() {
    }

    /** Reads a page as a browser would, and returns it. */
    static Document inert(String path, String html) {
        var page = Jsoup.parse(html);
        page.getAllElements().forEach(element -> {
            assertThat(element.normalName()).as("an element of " + path).doesNotContain(MARK);
            element.attributes().forEach(attribute -> inert(path, element, attribute));
        });
        page.select("script").forEach(script -> inert(path, script));
        assertThat(page.select("iframe, object, embed, base, meta[http-equiv], form[action*=" + MARK + "]")).as("what may lead away in " + path).isEmpty();
        return page;
    }

    private static void inert(String path, Element element, Attribute attribute) {
        var where = element.normalName() + "[" + attribute.getKey() + "] of " + path;
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        assertThat(name).as(where).doesNotContain(MARK).doesNotStartWith("on");
        if (CODE.contains(name)) {
            assertThat(attribute.getValue()).as(where).doesNotContain(MARK);
        }
        if (ADDRESSES.contains(name) && attribute.getValue().contains(MARK)) {
            assertThat(attribute.getValue()).as(where).doesNotContainPattern("[<>\"'\\s]");
            assertThat(URI.create(attribute.getValue()).getScheme()).as(where).isIn(null, "http", "https");
        }
    }

    /** A script is a file of ours without a text, or data that is whole and never run. */
    private static void inert(String path, Element script) {
        var type = script.attr("type");
        if (type.endsWith("json")) {
            assertThat(JSON.readTree(script.data()).isContainer()).as("data in " + path).isTrue();
        } else {
            assertThat(script.data()).as("script in " + path).isBlank();
            assertThat(script.attr("src")).as("script in " + path).startsWith("/").doesNotContain(MARK).doesNotStartWith("//");
        }
    }
}
