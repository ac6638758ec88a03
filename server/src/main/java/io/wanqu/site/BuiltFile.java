package io.wanqu.site;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A file of the built pages.
 *
 * @param path  below the folder of all pages, e.g. {@code shop/assets/index-4f2a.js}
 * @param tag   changes with its content
 * @param forms what it was compressed to beside its own form, smallest first: br, gzip
 */
record BuiltFile(String path, String type, String tag, List<String> forms) {

    private static final String QUALITY = "q=";

    /** Named after its content by whatever built it, so that it never changes under its address. */
    boolean neverChanges() {
        return path.contains("/assets/");
    }

    boolean isPage() {
        return path.endsWith(".html");
    }

    /** The smallest form that the header allows; nothing for the file itself. */
    String formFor(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return "";
        }
        var header = acceptEncoding.toLowerCase(Locale.ROOT);
        return forms.stream().filter(form -> allows(header, form)).findFirst().orElse("");
    }

    private static boolean allows(String header, String form) {
        for (var item : header.split(",")) {
            var parts = item.split(";", 2);
            if (parts[0].strip().equals(form)) {
                return parts.length < 2 || !refused(parts[1].strip());
            }
        }
        return false;
    }

    private static boolean refused(String parameter) {
        return parameter.startsWith(QUALITY) && parameter.substring(QUALITY.length()).strip().matches("0(\\.0*)?");
    }
}
