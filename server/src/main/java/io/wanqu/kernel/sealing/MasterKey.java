package io.wanqu.kernel.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.jspecify.annotations.Nullable;

/** The key that seals all other keys; it never lies in the database. */
final class MasterKey {

    private MasterKey() {
    }

    /** Reads the key from the environment's text if there is one, else from the file, which is made on the first start. */
    static Aead load(@Nullable String keysetJson, Path file) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        if (keysetJson != null && !keysetJson.isBlank()) {
            return aead(keysetJson);
        }
        if (!Files.exists(file)) {
            create(file);
        }
        return aead(Files.readString(file));
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
