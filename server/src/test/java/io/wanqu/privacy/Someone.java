package io.wanqu.privacy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.People;
import io.wanqu.testing.Visitor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People with an account and a phone number, who buy. */
@Component
public class Someone {

    private final People people;
    private final Api api;
    private final IssueToken issueToken;
    private final JdbcClient jdbc;

    Someone(People people, Api api, IssueToken issueToken, JdbcClient jdbc) {
        this.people = people;
        this.api = api;
        this.issueToken = issueToken;
        this.jdbc = jdbc;
    }

    /** Somebody who bought in this stall and has proved the number that he left there. */
    public Person whoBought(Stall stall) {
        var phone = People.freshPhone();
        var answer = api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null, """
                {"lines":[{"sku":"%s","quantity":1}],"contact":"%s","password":"night-owl","rail":"sandbox"}""".formatted(stall.sku(), phone));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var staff = api.token(stall.shop(), Scope.CUSTOMERS_READ);
        await().atMost(60, SECONDS).until(() -> api.post("/api/v1/customers/look-up", staff, "{\"contact\":\"" + phone + "\"}").json().size() == 1);
        var customer = api.post("/api/v1/customers/look-up", staff, "{\"contact\":\"" + phone + "\"}").json().at("/0/id").asString();
        var account = people.person();
        var browser = people.signedIn(account);
        assertThat(browser.post("/api/v1/login-codes", "{\"to\":\"" + phone + "\",\"purpose\":\"prove\"}").status()).isEqualTo(202);
        assertThat(browser.post("/api/v1/me/proofs", "{\"contact\":\"" + phone + "\",\"code\":\"" + people.code("+86" + phone, 1) + "\"}").status()).isEqualTo(200);
        return new Person(account.id(), account.mail(), browser, phone, answer.json().path("number").asString(), customer);
    }

    /** It is a while since he proved who he is; every node knows within two seconds. */
    public void stale(Person person) {
        jdbc.sql("update identity.session set fresh_until = now() where account_id = :account").param("account", person.id.value()).update();
        await().atMost(60, SECONDS).until(() -> person.browser.get("/api/v1/session").json().path("freshUntil").isMissingNode());
    }

    public String operator(String name) {
        return issueToken.issue(ShopId.PLATFORM, name, Set.of(Scope.values()), null);
    }

    public record Person(AccountId id, String mail, Visitor browser, String phone, String order, String customer) {
    }
}
