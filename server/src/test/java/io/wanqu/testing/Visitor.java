package io.wanqu.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A browser with a page of ours: it keeps cookies and sends what such a page sends. */
public final class Visitor {

    private final Api api;
    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(Api api, String origin) {
        this.api = api;
        this.origin = origin;
    }

    public Api.Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Api.Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Api.Answer send(String method, String path, @Nullable String json, String... headers) {
        var all = new ArrayList<>(List.of("Wanqu-Client", "web", "Origin", origin));
        all.addAll(List.of(headers));
        return bare(method, path, json, all.toArray(String[]::new));
    }

    /** With its cookies, and with no header that a page of ours adds. */
    public Api.Answer bare(String method, String path, @Nullable String json, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.addAll(List.of("Cookie", String.join("; ", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).toList())));
        }
        var answer = api.send(method, path, null, json, all.toArray(String[]::new));
        answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public String origin() {
        return origin;
    }

    private void keep(String header) {
        var pair = header.substring(0, header.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
