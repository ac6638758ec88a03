package io.wanqu.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.staff.AppointStaff;
import io.wanqu.identity.staff.Role;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** People with accounts, their browsers, and the messages they are sent. */
@Component
public class People {

    public static final String PASSWORD = "a long enough sentence";
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

    private final Api api;
    private final Environment environment;
    private final OpenAccount openAccount;
    private final AppointStaff appointStaff;

    People(Api api, Environment environment, OpenAccount openAccount, AppointStaff appointStaff) {
        this.api = api;
        this.environment = environment;
        this.openAccount = openAccount;
        this.appointStaff = appointStaff;
    }

    public static String freshMail() {
        return "lin" + COUNT.incrementAndGet() + "@people.example";
    }

    /** A mobile number that nobody else has. */
    public static String freshPhone() {
        return "139%08d".formatted(Math.floorMod(COUNT.incrementAndGet(), 100_000_000));
    }

    public Visitor browser() {
        return new Visitor(api, "http://localhost:" + environment.getProperty("local.server.port"));
    }

    /** Somebody with an account and the usual password. */
    public Person person() {
        var mail = freshMail();
        return new Person(openAccount.open(new OpenAccount.Ask(Contact.parse("/login", mail), "Lin", PASSWORD)).id(), mail);
    }

    /** Somebody with a place in a shop. */
    public Person staff(ShopId shop, Role role) {
        var person = person();
        appointStaff.appoint(shop, person.id(), role);
        return person;
    }

    /** The browser of somebody who has just logged in. */
    public Visitor signedIn(Person person) {
        var browser = browser();
        var answer = browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(person.mail, PASSWORD));
        if (answer.status() != 200) {
            throw new IllegalStateException("no log-in: " + answer.text());
        }
        return browser;
    }

    /** What was sent to this address, the oldest first. */
    public List<String> messages(String to) {
        var file = Path.of(environment.getRequiredProperty("wanqu.message.file"));
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream().filter(line -> line.contains(" " + to + " ")).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code in the n-th message to this address, as soon as it is there. */
    public String code(String to, int n) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> messages(to).size() >= n);
        var code = CODE.matcher(messages(to).get(n - 1).split("\\|")[2]);
        if (!code.find()) {
            throw new IllegalStateException("a message without a code");
        }
        return code.group(1);
    }

    /** Somebody, by the account and by what he logs in with. */
    public record Person(AccountId id, String mail) {
    }
}
