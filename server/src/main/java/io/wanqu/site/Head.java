package io.wanqu.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Writes the head of a page: what search engines, messengers and the program that takes over look for. */
@Component
class Head {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private static final Pattern PART = Pattern.compile("shop/assets/pages-(\\w+)-\\1\\.[^/]+\\.js");

    private final JsonMapper json;
    private final Map<String, BuiltFile> parts;

    Head(JsonMapper json, BuiltFiles files) {
        this.json = json;
        this.parts = files.matching(PART);
    }

    Html of(Visit visit, Entry entry) {
        var html = new Html().line("title", entry.title());
        named(html, "description", entry.description());
        if (!entry.indexed()) {
            named(html, "robots", "noindex");
        }
        part(html, entry.kind());
        if (visit.shop() != null) {
            named(html, "wanqu:shop", visit.known().slug());
            html.open("meta", "name", "wanqu:base", "content", visit.base());
        }
        if (entry.status().is2xxSuccessful()) {
            addresses(html, visit);
            openGraph(html, visit, entry);
        }
        entry.structured().forEach(thing -> html.data("application/ld+json", "", json.writeValueAsString(thing)));
        return html.data("application/json", "wanqu-entry", json.writeValueAsString(data(visit, entry)));
    }

    /** The part of the program that draws this page is fetched beside the rest of it, and not after. */
    private void part(Html html, String kind) {
        var part = parts.get(kind);
        if (part != null) {
            html.open("link", "rel", "modulepreload", "href", "/" + part.path());
        }
    }

    private static void addresses(Html html, Visit visit) {
        html.open("link", "rel", "canonical", "href", visit.canonical());
        LANGUAGES.forEach(it -> html.open("link", "rel", "alternate", "hreflang", it, "href", visit.inLanguage(it)));
        html.open("link", "rel", "alternate", "hreflang", "x-default", "href", visit.address(visit.path()));
    }

    private static void openGraph(Html html, Visit visit, Entry entry) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("og:type", "website");
        properties.put("og:title", entry.title());
        properties.put("og:description", entry.description());
        properties.put("og:url", visit.canonical());
        properties.put("og:site_name", visit.shop() == null ? Shell.HOUSE : visit.known().name());
        properties.put("og:locale", visit.words().tag().equals("en") ? "en_US" : "zh_CN");
        if (entry.picture() != null && !entry.picture().isEmpty()) {
            properties.put("og:image", entry.picture());
            named(html, "twitter:card", "summary_large_image");
        }
        properties.putAll(entry.properties());
        properties.forEach((name, content) -> html.open("meta", "property", name, "content", content));
    }

    private static Map<String, Object> data(Visit visit, Entry entry) {
        var data = new LinkedHashMap<String, Object>();
        data.put("page", entry.kind());
        data.put("language", visit.words().tag());
        if (visit.shop() != null) {
            data.put("slug", visit.known().slug());
            data.put("base", visit.base());
        }
        data.put("answers", entry.answers());
        return data;
    }

    private static void named(Html html, String name, String content) {
        html.open("meta", "name", name, "content", content);
    }
}
