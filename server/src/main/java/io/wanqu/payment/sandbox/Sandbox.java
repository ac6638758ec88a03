package io.wanqu.payment.sandbox;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import io.wanqu.payment.Payment;
import io.wanqu.payment.PaymentProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The other side of the sandbox rail, open only where it is switched on: in a demo, never in a real shop. */
@Component
class Sandbox {

    private final JdbcClient jdbc;
    private final Settings settings;

    Sandbox(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    Payment find(ShopId shop, long payment) {
        if (!settings.open) {
            throw new PaymentProblem.SandboxClosed();
        }
        return jdbc.sql("""
                select shop_id, payment_id, subject, rail, payee, amount_minor, currency
                  from payment.payment
                 where shop_id = :shop and payment_id = :payment and rail = 'sandbox'
                """)
            .param("shop", shop.value())
            .param("payment", payment)
            .query((row, n) -> new Payment(new ShopId(row.getLong("shop_id")), row.getLong("payment_id"),
                    row.getLong("subject"), row.getString("rail"), row.getString("payee"), 0,
                    Money.of(row.getLong("amount_minor"), row.getString("currency")), Payment.State.PENDING))
            .optional()
            .orElseThrow(PaymentProblem.SandboxClosed::new);
    }

    String callbackFor(Payment payment) {
        return Json.write(new SandboxRail.Callback("paid-" + payment.id(), payment.shop().text(), Long.toString(payment.id()),
                payment.amount().minor(), payment.amount().currency().getCurrencyCode(), payment.payee(), "SUCCESS"));
    }

    @ConfigurationProperties("wanqu.payment.sandbox")
    record Settings(@DefaultValue("false") boolean open) {
    }
}
