package io.wanqu.demo;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.staff.AppointStaff;
import io.wanqu.identity.staff.Role;
import io.wanqu.shop.Shop;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The person who owns the demo shop; his password is drawn, because a known one would open every demo. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoOwner {

    private static final String LOGIN = "owner@demo.example";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OpenAccount openAccount;
    private final AppointStaff appointStaff;

    DemoOwner(OpenAccount openAccount, AppointStaff appointStaff) {
        this.openAccount = openAccount;
        this.appointStaff = appointStaff;
    }

    /** Returns his log-in, for scripts. */
    Map<String, Object> own(Shop shop) {
        var password = RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(n -> LETTERS.substring(n, n + 1)).collect(Collectors.joining());
        var owner = openAccount.open(new OpenAccount.Ask(Contact.parse("/login", LOGIN), "Demo owner", password));
        appointStaff.appoint(shop.id(), owner.id(), Role.OWNER);
        return Map.of("ownerLogin", LOGIN, "ownerPassword", password);
    }
}
