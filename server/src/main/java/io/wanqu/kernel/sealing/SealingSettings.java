package io.wanqu.kernel.sealing;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the master key comes from: {@code wanqu.sealing.master-key} (a Tink keyset as JSON) before the file. */
@ConfigurationProperties("wanqu.sealing")
record SealingSettings(@Nullable String masterKey, @DefaultValue("data/keys/master.json") Path masterKeyFile) {

    @Override
    public String toString() {
        return "SealingSettings[masterKeyFile=" + masterKeyFile + "]";
    }
}
