package io.wanqu.kernel.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.DataKeys.StoredKeyset;

import org.springframework.stereotype.Component;

/** A shop's keysets in the clear: made when first needed, and changed step by step by a rotation. */
@Component
class ShopKeys {

    private static final String SEAL = "seal";

    private final DataKeys dataKeys;
    private final MasterKey master;

    ShopKeys(DataKeys dataKeys, MasterKey master) {
        this.dataKeys = dataKeys;
        this.master = master;
    }

    KeysetHandle keyset(ShopId shop, String purpose, Parameters parameters) throws GeneralSecurityException {
        return open(stored(shop, purpose, parameters));
    }

    /** Adds a key that opens but does not seal yet; returns the ids of the old and of the new key. */
    Pair addKey(ShopId shop) throws GeneralSecurityException {
        var stored = stored(shop, SEAL, PredefinedAeadParameters.AES256_GCM);
        var before = open(stored);
        var after = KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId())
                .build();
        replace(stored, after);
        return new Pair(before.getPrimary().getId(), after.getAt(after.size() - 1).getId());
    }

    /** From now on this key seals. */
    void promote(ShopId shop, int key) throws GeneralSecurityException {
        var stored = stored(shop, SEAL, PredefinedAeadParameters.AES256_GCM);
        var keyset = open(stored);
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(indexOf(keyset, key)).makePrimary();
        replace(stored, builder.build());
    }

    /** From now on this key does not even open. It stays in the keyset, so that a mistake can be undone. */
    void disable(ShopId shop, int key) throws GeneralSecurityException {
        var stored = stored(shop, SEAL, PredefinedAeadParameters.AES256_GCM);
        var keyset = open(stored);
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(indexOf(keyset, key)).setStatus(KeyStatus.DISABLED);
        replace(stored, builder.build());
    }

    /** Seals a keyset with the present master key; false when it was so already. */
    boolean rewrap(StoredKeyset stored) throws GeneralSecurityException {
        try {
            TinkProtoKeysetFormat.parseEncryptedKeyset(stored.keyset(), master.current(), row(stored.shop(), stored.purpose()), RegistryConfiguration.get());
            return false;
        } catch (GeneralSecurityException sealedByAnEarlierKey) {
            return dataKeys.replace(stored, seal(stored.shop(), stored.purpose(), open(stored)));
        }
    }

    /** How a value begins that this key has sealed: Tink's version byte and the key's id. */
    static byte[] prefix(int key) {
        return ByteBuffer.allocate(5).put((byte) 1).putInt(key).array();
    }

    private StoredKeyset stored(ShopId shop, String purpose, Parameters parameters) throws GeneralSecurityException {
        var stored = dataKeys.find(shop, purpose);
        if (stored.isEmpty()) {
            dataKeys.add(shop, purpose, seal(shop, purpose, KeysetHandle.generateNew(parameters, RegistryConfiguration.get())));
            stored = dataKeys.find(shop, purpose);
        }
        return new StoredKeyset(shop, purpose, stored.orElseThrow());
    }

    private void replace(StoredKeyset stored, KeysetHandle keyset) throws GeneralSecurityException {
        if (!dataKeys.replace(stored, seal(stored.shop(), stored.purpose(), keyset))) {
            throw new IllegalStateException("the keys of shop " + stored.shop() + " were changed at the same moment");
        }
    }

    private KeysetHandle open(StoredKeyset stored) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(stored.keyset(), master, row(stored.shop(), stored.purpose()), RegistryConfiguration.get());
    }

    private byte[] seal(ShopId shop, String purpose, KeysetHandle keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, master, row(shop, purpose), RegistryConfiguration.get());
    }

    private static int indexOf(KeysetHandle keyset, int key) {
        for (var i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).getId() == key) {
                return i;
            }
        }
        throw new IllegalStateException("no key " + key + " in the keyset");
    }

    private static byte[] row(ShopId shop, String purpose) {
        return ("kernel.data_key/" + shop.value() + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }

    record Pair(int oldKey, int newKey) {
    }
}
