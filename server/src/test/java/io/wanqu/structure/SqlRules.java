package io.wanqu.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for statements, whether they stand in a migration or in a text of a Java file. */
public final class SqlRules {

    private static final Pattern STATEMENT = Pattern.compile("(?i)\\b(select|insert\\s+into|update|delete\\s+from|create\\s+table)\\s");
    private static final Pattern STAR = Pattern.compile("(?i)\\b(select|returning)\\s+(\\w+\\.)?\\*");
    private static final Pattern IN_SELECT = Pattern.compile("(?i)\\bin\\s*\\(\\s*select\\b");
    private static final Pattern SKIP_LOCKED = Pattern.compile("(?i)skip\\s+locked");
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|using|truncate|table|only|references)\\s+([a-z_]+)\\.[a-z_]+(?!\\w*\\s*\\()");

    private SqlRules() {
    }

    public static boolean isStatement(String text) {
        return STATEMENT.matcher(text).find();
    }

    /** @param modules the names that are schemas, so that an alias is not taken for one */
    public static List<Breach> check(String place, String module, Set<String> modules, String sql) {
        var breaches = new ArrayList<Breach>();
        if (STAR.matcher(sql).find()) {
            breaches.add(new Breach("select-star", place, "name the columns"));
        }
        if (claimsInSubselect(sql)) {
            breaches.add(new Breach("claims-in-a-subselect", place,
                    "the planner may run it once a row and claim too much; use 'with … as materialized' or '= any(array(select …))'"));
        }
        var tables = TABLE.matcher(sql);
        while (tables.find()) {
            var schema = tables.group(1);
            if (modules.contains(schema) && !schema.equals(module)) {
                breaches.add(new Breach("foreign-table", place,
                        "'" + tables.group() + "' belongs to module " + schema + "; ask that module or listen to its events"));
            }
        }
        return breaches;
    }

    private static boolean claimsInSubselect(String sql) {
        var matcher = IN_SELECT.matcher(sql);
        while (matcher.find()) {
            if (SKIP_LOCKED.matcher(sql.substring(matcher.start(), closing(sql, matcher.start()))).find()) {
                return true;
            }
        }
        return false;
    }

    /** The end of the first parenthesis that opens at or after this place. */
    private static int closing(String sql, int from) {
        var depth = 0;
        for (var i = sql.indexOf('(', from); i < sql.length(); i++) {
            if (sql.charAt(i) == '(') {
                depth++;
            } else if (sql.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        return sql.length();
    }
}
