package io.wanqu.kernel.sealing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;

import io.wanqu.kernel.ShopId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to seal a card, to open it, and to hash it for being found again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SealingBench {

    private static final ShopId SHOP = new ShopId(1);
    private static final String ROW = "vault.card/382733295365918720";
    private static final byte[] CARD = "ABCD-EFGH-IJKL-MNOP".getBytes(StandardCharsets.US_ASCII);

    private Sealing sealing;
    private byte[] sealed;

    @Setup
    public void keys() throws GeneralSecurityException {
        AeadConfig.register();
        sealing = new Sealing(new FreshKeys(), new SealingSettings(null, null, Path.of("unused"), List.of(), Duration.ofHours(1)));
        sealed = sealing.seal(SHOP, ROW, CARD);
    }

    @Benchmark
    public byte[] seal() {
        return sealing.seal(SHOP, ROW, CARD);
    }

    @Benchmark
    public byte[] open() {
        return sealing.open(SHOP, ROW, sealed);
    }

    @Benchmark
    public byte[] hash() {
        return sealing.hash(SHOP, "vault.card", CARD);
    }

    /** Keys that are made when asked for and never stored. */
    private static final class FreshKeys extends ShopKeys {

        FreshKeys() {
            super(null, null);
        }

        @Override
        KeysetHandle keyset(ShopId shop, String purpose, Parameters parameters) throws GeneralSecurityException {
            return KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
        }
    }
}
