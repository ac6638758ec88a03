package io.wanqu.bench.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.wanqu.bench.drive.ServerProcess;
import io.wanqu.bench.drive.Shop;
import io.wanqu.simulators.Simulators;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server process and the simulated marketplaces beside it, shared by all proofs; each proof has a shop of its own. */
final class World implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("(?<=码 )\\d{6}\\b");

    private final ServerProcess server;
    private final Simulators simulators;
    private final Path outbox;

    /** Messages are written to a file apart from what the server keeps: they are what has left it. */
    private World() throws IOException {
        this.outbox = Files.createTempDirectory("wanqu-outbox-").resolve("outbox.log");
        this.server = ServerProcess.fresh("--wanqu.channel.poll.interval=PT5S", "--wanqu.message.to-file=true", "--wanqu.message.file=" + outbox);
        this.simulators = Simulators.start(0, Clock.systemUTC());
    }

    ServerProcess server() {
        return server;
    }

    Simulators simulators() {
        return simulators;
    }

    /** The code in the last message to somebody, as soon as it is there. */
    String code(String to) {
        await().atMost(SOON).until(() -> Files.exists(outbox) && Files.readString(outbox).contains(" " + to + " "));
        try {
            var code = Files.readAllLines(outbox).stream().filter(line -> line.contains(" " + to + " ")).map(CODE::matcher).filter(Matcher::find)
                    .map(Matcher::group).reduce((one, later) -> later);
            return code.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
