package io.wanqu.kernel.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key comes from: a key management service at {@code masterKeyUri}, else {@code masterKey} (a Tink keyset
 * as JSON), else the file.
 *
 * @param previousMasterKeys keys that still open what they sealed: URIs, JSON texts or files
 * @param keyCached          how long a node may go on with the keys it knows; a new key rests twice as long before its use
 */
@ConfigurationProperties("wanqu.sealing")
record SealingSettings(@Nullable String masterKeyUri, @Nullable String masterKey,
        @DefaultValue("data/keys/master.json") Path masterKeyFile, @DefaultValue List<String> previousMasterKeys,
        @DefaultValue("1m") Duration keyCached) {

    @Override
    public String toString() {
        return "SealingSettings[masterKeyFile=" + masterKeyFile + "]";
    }
}
