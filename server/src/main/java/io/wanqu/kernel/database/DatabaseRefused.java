package io.wanqu.kernel.database;

/** The server must not start on this database; the remedy tells the operator what to do. */
final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    DatabaseRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    DatabaseRefused(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
