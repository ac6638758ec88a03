package io.wanqu.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A phone that makes passkeys and signs with them, as the standard says, with no code of the server's. */
final class Authenticator {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private int counter;

    Authenticator() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    String id() {
        return BASE64.encodeToString(id);
    }

    void countTo(int count) {
        counter = count;
    }

    /** What {@code navigator.credentials.create} gives. */
    String create(String challenge, String origin, String party) {
        var clientData = clientData("webauthn.create", challenge, origin);
        var attested = ByteBuffer.allocate(16 + 2 + id.length).put(new byte[16]).putShort((short) id.length).put(id).array();
        var data = join(authenticatorData(party, PRESENT | VERIFIED | ATTESTED), attested, publicKey());
        var attestation = join(hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"), hex("58"), new byte[] {(byte) data.length}, data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"authenticatorAttachment":"platform",
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
                """.formatted(id(), BASE64.encodeToString(clientData), BASE64.encodeToString(attestation));
    }

    /** What {@code navigator.credentials.get} gives. */
    String get(String challenge, String origin, String party, int flags) throws GeneralSecurityException {
        var clientData = clientData("webauthn.get", challenge, origin);
        var data = authenticatorData(party, flags);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(clientData));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":null}}
                """.formatted(id(), BASE64.encodeToString(clientData), BASE64.encodeToString(data), BASE64.encodeToString(signature.sign()));
    }

    private static byte[] clientData(String type, String challenge, String origin) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}".formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String party, int flags) {
        return ByteBuffer.allocate(37).put(sha256(party.getBytes(StandardCharsets.UTF_8))).put((byte) flags).putInt(counter).array();
    }

    /** COSE, an EC2 key for ES256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(hex("a5010203262001215820"), fixed(point.getAffineX()), hex("225820"), fixed(point.getAffineY()));
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
