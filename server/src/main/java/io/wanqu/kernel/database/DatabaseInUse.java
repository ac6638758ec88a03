package io.wanqu.kernel.database;

import java.nio.file.Path;

/** Another server works in the same data directory; two of them would destroy it. */
final class DatabaseInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Path directory) {
        super("another Wanqu server already uses " + directory + "; stop it first, or give this one its own WANQU_DATA");
    }
}
