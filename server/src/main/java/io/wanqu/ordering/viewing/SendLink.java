package io.wanqu.ordering.viewing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.message.Message;
import io.wanqu.kernel.message.Outbox;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.shop.Shop;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the link of an order to the contact that stands in it, never elsewhere, and never a code. */
@Service
class SendLink {

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]+");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{6,15}");
    private static final int SENT_MAX = 3;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final OrderSecrets secrets;
    private final Outbox outbox;
    private final URI publicUrl;
    private final Limiter limiter;

    SendLink(JdbcClient jdbc, OrderSecrets secrets, Outbox outbox, @Value("${wanqu.payment.public-url:http://localhost:8080}") URI publicUrl, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.outbox = outbox;
        this.publicUrl = publicUrl;
        this.limiter = new Limiter(SENT_MAX, PERIOD, clock);
    }

    @Transactional
    public void send(Shop shop, OrderId order) {
        var contact = contact(shop, order);
        var mail = MAIL.matcher(contact).matches();
        var phone = contact.replaceAll("[\\s-]", "");
        if (!mail && !PHONE.matcher(phone).matches()) {
            throw new OrderingProblem.NoAddress();
        }
        var outcome = limiter.take(order.text());
        if (!outcome.allowed()) {
            throw new OrderingProblem.TooManyLookups(outcome.retryAfterSeconds());
        }
        var link = publicUrl.resolve("/s/" + shop.slug() + "/o/" + order + "#" + secrets.token(shop.id(), order));
        var text = shop.name() + "：您的订单 " + order + " 在此查看，请勿转发。Your order is here; do not pass this link on: " + link;
        outbox.add(mail ? Message.mail(contact, "您的订单 · Your order " + order, text) : Message.sms(phone, text));
    }

    private String contact(Shop shop, OrderId order) {
        return jdbc.sql("select contact from ordering.customer_order where shop_id = :shop and order_id = :order and contact is not null")
            .param("shop", shop.id().value())
            .param("order", order.value())
            .query(byte[].class)
            .optional()
            .map(sealed -> secrets.openContact(shop.id(), order, sealed).strip())
            .orElseThrow(OrderingProblem.NoAddress::new);
    }
}
