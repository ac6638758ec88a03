package io.wanqu.simulators;

/** One simulated marketplace or payment provider. */
public interface Simulated extends AutoCloseable {

    /** Hangs its protocol and its controls into the server. */
    void mount(SimulatorServer server);

    /** Sends nothing more. */
    @Override
    void close();
}
