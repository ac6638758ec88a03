package io.wanqu.kernel.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] ROW = {7};
    private static final byte[] SECRET = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void makes_a_file_that_only_its_owner_reads() throws Exception {
        var file = folder.resolve("keys/master.json");

        var sealed = key(null, null, file).encrypt(SECRET, ROW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(key(null, null, file).decrypt(sealed, ROW)).isEqualTo(SECRET);
    }

    @Test
    void prefers_the_text_of_the_environment_to_the_file() throws Exception {
        var file = folder.resolve("master.json");
        var sealed = key(null, null, file).encrypt(SECRET, ROW);

        var fromText = key(null, Files.readString(file), folder.resolve("none.json"));

        assertThat(fromText.decrypt(sealed, ROW)).isEqualTo(SECRET);
        assertThat(folder.resolve("none.json")).doesNotExist();
    }

    @Test
    void asks_a_key_management_service_by_its_address() throws Exception {
        var sealed = key("fake-kms://one", null, folder.resolve("unused.json")).encrypt(SECRET, ROW);

        assertThat(key("fake-kms://one", null, folder.resolve("unused.json")).decrypt(sealed, ROW)).isEqualTo(SECRET);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> key("fake-kms://two", null, folder.resolve("unused.json")).decrypt(sealed, ROW));
        assertThat(folder.resolve("unused.json")).doesNotExist();
    }

    @Test
    void names_the_address_that_no_client_serves() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> key("other-kms://one", null, folder.resolve("x")))
                .withMessageContaining("other-kms://one");
    }

    @Test
    void opens_with_previous_keys_what_they_sealed_and_seals_with_the_present_one() throws Exception {
        var file = folder.resolve("master.json");
        var old = key(null, null, file).encrypt(SECRET, ROW);

        var moved = new MasterKey(new SealingSettings("fake-kms://new", null, file, List.of(file.toString()), Duration.ofMinutes(1)));

        assertThat(moved.decrypt(old, ROW)).isEqualTo(SECRET);
        assertThat(moved.replacesOthers()).isTrue();
        assertThat(key("fake-kms://new", null, file).decrypt(moved.encrypt(SECRET, ROW), ROW)).isEqualTo(SECRET);
    }

    private static MasterKey key(@Nullable String uri, @Nullable String json, Path file) throws GeneralSecurityException, IOException {
        return new MasterKey(new SealingSettings(uri, json, file, List.of(), Duration.ofMinutes(1)));
    }
}
