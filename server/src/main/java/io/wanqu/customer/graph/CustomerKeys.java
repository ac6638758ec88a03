package io.wanqu.customer.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import com.google.crypto.tink.subtle.AesGcmJce;

import io.wanqu.customer.CustomerProblem;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each customer has a key of his own, sealed with the shop's. When it is destroyed, what it sealed is gone everywhere it was
 * ever copied to without it.
 */
@Component
public class CustomerKeys {

    private static final String KEY_ROW = "customer.customer/";
    private static final String EVIDENCE_ROW = "customer.evidence/";
    private static final int KEY_BYTES = 16;

    private final Sealing sealing;
    private final SecureRandom random = new SecureRandom();

    CustomerKeys(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] draw() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    byte[] sealKey(Of customer, byte[] key) {
        return sealing.seal(customer.shop(), KEY_ROW + customer.customer(), key);
    }

    byte[] openKey(Of customer, byte @Nullable [] sealedKey) {
        if (sealedKey == null) {
            throw new CustomerProblem.Erased();
        }
        return sealing.open(customer.shop(), KEY_ROW + customer.customer(), sealedKey);
    }

    byte[] seal(byte[] key, long evidence, String value) {
        try {
            return new AesGcmJce(key).encrypt(bytes(value), bytes(EVIDENCE_ROW + evidence));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal evidence " + evidence, e);
        }
    }

    public String open(Of customer, byte @Nullable [] sealedKey, long evidence, byte[] sealed) {
        try {
            return new String(new AesGcmJce(openKey(customer, sealedKey)).decrypt(sealed, bytes(EVIDENCE_ROW + evidence)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open evidence " + evidence, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The keys of customers, for when the shop's key changes. */
    @Configuration(proxyBeanMethods = false)
    static class SealedKeys {

        @Bean
        SealedColumn sealedCustomerKeys(JdbcClient jdbc, Sealing sealing) {
            return new SealedColumn(jdbc, sealing, "customer.customer", "customer_id", "key");
        }
    }
}
