package io.wanqu.connectors.taobao;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a list that comes newest first from its last page to its first: a row that changes meanwhile leaves the window,
 * and the rows behind it move to pages that are yet to come.
 */
final class Pages {

    private Pages() {
    }

    static Found read(@Nullable String cursor, Question question, String list, String row) {
        if (cursor != null) {
            return found(question, Long.parseLong(cursor), list, row);
        }
        var first = question.ask(1, true);
        var total = first.path("total_results").asLong(0);
        if (total <= Facts.PAGE_SIZE) {
            return new Found(rows(first, list, row), null);
        }
        return found(question, (total - 1) / Facts.PAGE_SIZE + 1, list, row);
    }

    private static Found found(Question question, long page, String list, String row) {
        var rows = rows(question.ask(page, false), list, row);
        return new Found(rows, page > 1 ? String.valueOf(page - 1) : null);
    }

    /** A list is an array within an object, and both are missing when there is nothing. */
    static List<JsonNode> rows(JsonNode data, String list, String row) {
        var rows = new ArrayList<JsonNode>();
        data.path(list).path(row).forEach(rows::add);
        return rows.reversed();
    }

    /** Asks for one page; counting costs the platform more, so it is done once. */
    interface Question {
        JsonNode ask(long page, boolean counting);
    }

    record Found(List<JsonNode> rows, @Nullable String next) {
    }
}
