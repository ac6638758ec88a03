package io.wanqu.payment;

import java.net.URI;
import java.time.Duration;

import io.wanqu.payment.rail.RailAccount;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where providers find us, and how long before the end of a hold a payment ends.
 *
 * @param publicUrl   this server as the world sees it
 * @param loopback    whether an account may name a provider on this very machine, as simulators do
 * @param closeBefore how long before the hold runs out an unpaid payment is closed at its provider
 */
@ConfigurationProperties("wanqu.payment")
public record PaymentSettings(@DefaultValue("http://localhost:8080") URI publicUrl, @DefaultValue("false") boolean loopback,
        @DefaultValue("PT30S") Duration closeBefore) {

    /** The address that a provider calls for this account. */
    public URI callback(RailAccount account) {
        return publicUrl.resolve("/api/v1/payment-callbacks/" + account.rail() + "/" + account.key().id());
    }
}
