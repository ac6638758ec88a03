package io.wanqu.simulators;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A certificate that vouches for itself; the JDK reads such things but writes none, so the few bytes are put together here. */
public final class SelfSigned {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OBJECT = 0x06;
    private static final int TEXT = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;
    private static final byte[] NULL = {0x05, 0};
    private static final byte[] SHA256_WITH_RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 0x0b};
    private static final byte[] COMMON_NAME = {0x55, 4, 3};

    private SelfSigned() {
    }

    public static X509Certificate certificate(KeyPair keys, String name, BigInteger serial, Instant from, Instant until) {
        var algorithm = der(SEQUENCE, der(OBJECT, SHA256_WITH_RSA), NULL);
        var named = der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(TEXT, name.getBytes(US_ASCII)))));
        var content = der(SEQUENCE,
            der(VERSION, der(INTEGER, new byte[] {2})),
            der(INTEGER, serial.toByteArray()),
            algorithm,
            named,
            der(SEQUENCE, time(from), time(until)),
            named,
            keys.getPublic().getEncoded());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            var whole = der(SEQUENCE, content, algorithm, der(BITS, new byte[] {0}, signature.sign()));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] time(Instant at) {
        return der(GENERALIZED_TIME, TIME.format(at).getBytes(US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var out = new ByteArrayOutputStream();
        out.write(tag);
        var length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else {
            var bytes = BigInteger.valueOf(length).toByteArray();
            var skip = bytes[0] == 0 ? 1 : 0;
            out.write(0x80 | bytes.length - skip);
            out.write(bytes, skip, bytes.length - skip);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
