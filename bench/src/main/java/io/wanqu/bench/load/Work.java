package io.wanqu.bench.load;

import java.io.IOException;

/** What a loop does again and again, each worker with things of its own such as a connection. */
public interface Work extends AutoCloseable {

    void once() throws IOException;

    @Override
    void close();
}
