package io.wanqu.kernel.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/**
 * Seals values with a shop's own key and finds them again by keyed hash. The associated data binds a sealed value to
 * its row, so that it can't be moved to another one.
 */
@Component
public class Sealing {

    /** The key of the platform itself, under which values of different shops can be compared by hash. */
    private static final ShopId PLATFORM = new ShopId(0);
    private static final int HASH_BYTES = 16;

    private final LoadingCache<ShopId, Aead> aeads;
    private final LoadingCache<ShopId, PrfSet> hashes;

    Sealing(ShopKeys keys, SealingSettings settings) throws GeneralSecurityException {
        PrfConfig.register();
        this.aeads = Caffeine.newBuilder().expireAfterWrite(settings.keyCached())
                .build(shop -> keys.keyset(shop, "seal", PredefinedAeadParameters.AES256_GCM)
                        .getPrimitive(RegistryConfiguration.get(), Aead.class));
        this.hashes = Caffeine.newBuilder().expireAfterWrite(settings.keyCached())
                .build(shop -> keys.keyset(shop, "hash", PredefinedPrfParameters.HMAC_SHA256_PRF)
                        .getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    /** @param row what the value belongs to, for example {@code vault.card/17} */
    public byte[] seal(ShopId shop, String row, byte[] plain) {
        try {
            return aeads.get(shop).encrypt(plain, bytes(row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + row, e);
        }
    }

    public byte[] open(ShopId shop, String row, byte[] sealed) {
        try {
            return aeads.get(shop).decrypt(sealed, bytes(row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open " + row + ": wrong key, or the value was moved or changed", e);
        }
    }

    /** Sixteen bytes that are the same for the same value in this shop, and tell nothing without the key. */
    public byte[] hash(ShopId shop, String purpose, byte[] plain) {
        try {
            var purposeBytes = bytes(purpose);
            var input = new byte[purposeBytes.length + 1 + plain.length];
            System.arraycopy(purposeBytes, 0, input, 0, purposeBytes.length);
            System.arraycopy(plain, 0, input, purposeBytes.length + 1, plain.length);
            return hashes.get(shop).computePrimary(input, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash for " + purpose, e);
        }
    }

    /** The same, comparable across shops. */
    public byte[] platformHash(String purpose, byte[] plain) {
        return hash(PLATFORM, purpose, plain);
    }

    /** Reads the keys of a shop again at the next use. */
    void forget(ShopId shop) {
        aeads.invalidate(shop);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
