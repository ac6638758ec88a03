package io.wanqu.bench;

import java.io.IOException;

/** What a loop does again and again, each worker with things of its own such as a connection. */
interface Work extends AutoCloseable {

    void once() throws IOException;

    @Override
    void close();
}
