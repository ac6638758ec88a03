package io.wanqu.simulators;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of a timeline, oldest first: each begins after the last row of the one before, whatever moved meanwhile. */
public final class Keyset {

    private Keyset() {
    }

    public static <T> Page<T> read(Timeline<T> line, Mark after, long until, int size) {
        var found = new ArrayList<T>();
        var last = after;
        var second = line.first(after.second, until);
        while (second.isPresent()) {
            for (var each : line.at(second.getAsLong()).entrySet()) {
                var mark = new Mark(second.getAsLong(), each.getKey());
                if (mark.follows(after)) {
                    if (found.size() == size) {
                        return new Page<>(found, last);
                    }
                    found.add(each.getValue());
                    last = mark;
                }
            }
            second = line.first(second.getAsLong() + 1, until);
        }
        return new Page<>(found, null);
    }

    /** A place between two rows. */
    public record Mark(long second, long id) {

        public static Mark before(long second) {
            return new Mark(second, -1);
        }

        /** Throws for what {@link #toString} did not write. */
        public static Mark of(String text) {
            var at = text.indexOf('_');
            return new Mark(Long.parseLong(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
        }

        private boolean follows(Mark other) {
            return second > other.second || second == other.second && id > other.id;
        }

        @Override
        public String toString() {
            return second + "_" + id;
        }
    }

    /** Some rows, and where to go on, null when these were the last. */
    public record Page<T>(List<T> found, @Nullable Mark next) {
    }
}
