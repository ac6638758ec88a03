package io.wanqu.bench.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shop;
import io.wanqu.simulators.Simulators;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server process and the simulated marketplaces beside it, shared by all proofs; each proof has a shop of its own. */
final class World implements AutoCloseable {

    private final ServerProcess server;
    private final Simulators simulators;

    private World() throws IOException {
        this.server = ServerProcess.fresh("--wanqu.channel.poll.interval=PT5S");
        this.simulators = Simulators.start(0, Clock.systemUTC());
    }

    ServerProcess server() {
        return server;
    }

    Simulators simulators() {
        return simulators;
    }

    Shop openShop() throws IOException {
        return Shop.open(server, "proof");
    }

    /** For figures that a reader of the test log wants to see. */
    static void say(String text) {
        System.getLogger("wanqu.proof").log(System.Logger.Level.INFO, text);
    }

    @Override
    public void close() throws IOException {
        try {
            simulators.close();
        } finally {
            server.close();
        }
    }

    /** Gives the world to test methods that ask for it, and ends it after the last of them. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(World.class, type -> {
                try {
                    return new World();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, World.class);
        }
    }
}
