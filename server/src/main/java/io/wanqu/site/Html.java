package io.wanqu.site;

/** Writes HTML; every text and every attribute that goes through it is escaped, so nothing that a merchant wrote can become code. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes are names and values by turns, and those without a value are left out. */
    Html open(String name, String... attributes) {
        out.append('<').append(name);
        for (var i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        return this;
    }

    Html close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** A whole element with a text in it. */
    Html line(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** What was escaped or washed before. */
    Html safe(String html) {
        out.append(html);
        return this;
    }

    Html add(Html other) {
        out.append(other.out);
        return this;
    }

    /** A block of data that is not run; closing tags and comments inside it cannot end it. */
    Html data(String type, String id, String json) {
        return open("script", "type", type, "id", id).safe(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")).close("script");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }
}
