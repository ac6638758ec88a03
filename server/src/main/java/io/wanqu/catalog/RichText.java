package io.wanqu.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What merchants write as Markdown, as pages show it. Raw HTML in it is shown as the text it is; what the renderer makes is
 * washed once more, so that a flaw of either alone opens nothing. Pictures come from this server only.
 */
public final class RichText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();
    private static final Pattern OWN_PICTURE = Pattern.compile("/media/([0-9a-f]{64})/\\d{2,4}");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a", "img")
            .allowElements((name, attributes) -> lower(name), "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("href").onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .allowAttributes("src").matching(OWN_PICTURE).onElements("img")
            .allowAttributes("alt", "title").onElements("img")
            .allowAttributes("start").matching(Pattern.compile("\\d{1,4}")).onElements("ol")
            .toFactory();

    private RichText() {
    }

    public static String html(String markdown) {
        return markdown.isEmpty() ? "" : POLICY.sanitize(HTML.render(PARSER.parse(markdown))).strip();
    }

    /** Without any form, for marketplaces, search engines and messengers. */
    public static String plain(String markdown) {
        return markdown.isEmpty() ? "" : PLAIN.render(PARSER.parse(markdown)).strip();
    }

    /** The names of the pictures it shows. */
    public static Set<String> pictures(List<String> markdowns) {
        var found = new TreeSet<String>();
        markdowns.forEach(markdown -> OWN_PICTURE.matcher(markdown).results().forEach(it -> found.add(it.group(1))));
        return found;
    }

    /** The page's own headings stand above those of a text. */
    private static String lower(String heading) {
        var level = Integer.parseInt(heading.substring(1));
        return String.format(Locale.ROOT, "h%d", Math.min(level + 2, 6));
    }
}
