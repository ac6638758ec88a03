package io.wanqu.media;

import java.util.Map;

import io.wanqu.kernel.Problem;
import io.wanqu.kernel.Text;

/** Why a picture can't be taken in or shown. */
public abstract sealed class MediaProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private MediaProblem(String code, Kind kind, Map<String, Object> facts) {
        super("media." + code, kind, facts);
    }

    /** Also for what only claims to be a picture, or breaks off. */
    public static final class Unreadable extends MediaProblem {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable", Kind.INVALID, Map.of("expected", "a whole PNG, JPEG or WebP picture"));
        }
    }

    public static final class TooManyBytes extends MediaProblem {

        private static final long serialVersionUID = 1L;

        TooManyBytes(long max) {
            super("too-many-bytes", Kind.INVALID, Map.of("bytesMax", max));
        }
    }

    /** Told from the first bytes, before anything is unpacked. */
    public static final class TooManyPixels extends MediaProblem {

        private static final long serialVersionUID = 1L;

        TooManyPixels(int width, int height, long max) {
            super("too-many-pixels", Kind.INVALID, Map.of("width", width, "height", height, "pixelsMax", max));
        }
    }

    public static final class UnknownPicture extends MediaProblem {

        private static final long serialVersionUID = 1L;

        UnknownPicture(String hash) {
            super("unknown-picture", Kind.NOT_FOUND, Map.of("picture", Text.shorten(hash)));
        }
    }

    public static final class TooManyUploads extends MediaProblem {

        private static final long serialVersionUID = 1L;

        TooManyUploads(long retryAfterSeconds) {
            super("too-many-uploads", Kind.LIMITED, Map.of("retryAfterSeconds", retryAfterSeconds));
        }
    }

    /** Pictures that nothing shows would fill the disk. */
    public static final class TooManyUnused extends MediaProblem {

        private static final long serialVersionUID = 1L;

        TooManyUnused(int max) {
            super("too-many-unused", Kind.CONFLICT, Map.of("max", max));
        }
    }
}
