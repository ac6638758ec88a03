package io.wanqu.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/** SHA-256 over several parts; each goes in with its length, so that no two lists of parts look alike. */
final class Digest {

    private final MessageDigest digest;

    Digest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest text(@Nullable String text) {
        return part((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
    }

    Digest part(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    byte[] bytes() {
        return digest.digest();
    }
}
