package io.wanqu.kernel.database;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Knows a connection to the database that broke: the server was restarted, changed over, or somebody ended the session. */
public final class LostConnection {

    /** Class 08 of the SQL standard, whatever follows. */
    private static final String CONNECTION = "08";
    /** PostgreSQL ended the session by command, after a crash, or is not up yet. */
    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03");
    private static final int CAUSES_MAX = 20;

    private LostConnection() {
    }

    /** A rollback that fails on the lost connection covers what it was lost by. */
    public static boolean caused(@Nullable Throwable exception) {
        var cause = exception;
        for (var depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof SQLException sql && lost(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof TransactionSystemException failed && failed.getApplicationException() != exception && caused(failed.getApplicationException())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean lost(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION) || SHUTDOWNS.contains(state));
    }
}
