package io.wanqu.kernel.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.springframework.stereotype.Component;

/**
 * The key that seals all other keys; it never lies in the database. Keys that were master before still open what they
 * sealed, until everything is sealed anew.
 */
@Component
final class MasterKey implements Aead {

    private final Aead current;
    private final List<Aead> previous = new ArrayList<>();

    MasterKey(SealingSettings settings) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        this.current = load(settings);
        for (var key : settings.previousMasterKeys()) {
            previous.add(load(key));
        }
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        return current.encrypt(plain, associated);
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        try {
            return current.decrypt(sealed, associated);
        } catch (GeneralSecurityException e) {
            for (var key : previous) {
                try {
                    return key.decrypt(sealed, associated);
                } catch (GeneralSecurityException other) {
                    e.addSuppressed(other);
                }
            }
            throw e;
        }
    }

    /** The present key alone: what it can't open was sealed by an earlier one. */
    Aead current() {
        return current;
    }

    boolean replacesOthers() {
        return !previous.isEmpty();
    }

    private static Aead load(SealingSettings settings) throws GeneralSecurityException, IOException {
        var uri = settings.masterKeyUri();
        if (uri != null && !uri.isBlank()) {
            return load(uri);
        }
        var json = settings.masterKey();
        if (json != null && !json.isBlank()) {
            return load(json);
        }
        if (!Files.exists(settings.masterKeyFile())) {
            create(settings.masterKeyFile());
        }
        return aead(Files.readString(settings.masterKeyFile()));
    }

    private static Aead load(String key) throws GeneralSecurityException, IOException {
        if (key.startsWith("{")) {
            return aead(key);
        }
        return key.contains("://") ? managed(key) : aead(Files.readString(Path.of(key)));
    }

    /** The client of a key management service comes as a library of its own, found on the class path. */
    private static Aead managed(String uri) throws GeneralSecurityException {
        return ServiceLoader.load(KmsClient.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(client -> client.doesSupport(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no client for the master key at " + uri))
                .withDefaultCredentials()
                .getAead(uri);
    }

    private static Aead aead(String keysetJson) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keysetJson, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static void create(Path file) throws GeneralSecurityException, IOException {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get()),
                StandardOpenOption.TRUNCATE_EXISTING);
    }
}
