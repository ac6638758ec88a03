package io.wanqu.kernel;

/** Small rules for text that came from outside. */
public final class Text {

    private static final int SHOWN_CHARACTERS = 40;

    private Text() {
    }

    /** A piece of what was sent, short enough for an answer or a log line. */
    public static String shorten(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
