package io.wanqu.connectors.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature over all parameters, sorted by name; empty ones and the signature itself take no part. */
final class Signing {

    private Signing() {
    }

    static String sign(Map<String, String> parameters, Secret secret, String signMethod) {
        var text = joined(parameters);
        var key = secret.reveal();
        return HexFormat.of().withUpperCase().formatHex(switch (signMethod) {
            case "md5" -> md5(key + text + key);
            case "hmac" -> mac("HmacMD5", key, text);
            case "hmac-sha256" -> mac("HmacSHA256", key, text);
            default -> throw new IllegalArgumentException("no such way of signing: " + signMethod);
        });
    }

    static boolean verifies(Map<String, String> parameters, Secret secret, String signMethod) {
        var given = parameters.getOrDefault("sign", "");
        return MessageDigest.isEqual(sign(parameters, secret, signMethod).getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static String joined(Map<String, String> parameters) {
        var text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("sign") && !name.isEmpty() && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return text.toString();
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    private static byte[] mac(String algorithm, String key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }
}
