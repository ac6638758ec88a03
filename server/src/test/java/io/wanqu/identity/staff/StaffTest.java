package io.wanqu.identity.staff;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class StaffTest {

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private StaffTable table;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private Person mei;
    private Visitor owner;

    @BeforeEach
    void aShopWithAnOwner() {
        shop = storefront.shop();
        mei = people.staff(shop.id(), Role.OWNER);
        owner = people.signedIn(mei);
    }

    @Test
    void invites_by_a_link_that_opens_once() {
        var lin = people.person();
        var invited = owner.post("/api/v1/invitations", "{\"to\":\"%s\",\"role\":\"service\"}".formatted(lin.mail()));
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.text()).doesNotContain(lin.mail(), "wql_");
        var secret = link(lin.mail());

        var joined = people.signedIn(lin).post("/api/v1/invitations/acceptance", "{\"secret\":\"" + secret + "\"}");
        var again = people.signedIn(people.person()).post("/api/v1/invitations/acceptance", "{\"secret\":\"" + secret + "\"}");

        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(again.code()).isEqualTo("identity.no-invitation");
        assertThat(people.signedIn(lin).get("/api/v1/orders").status()).isEqualTo(200);
        assertThat(people.signedIn(lin).send("PUT", "/api/v1/shop", "{\"name\":\"Taken over\"}").code()).isEqualTo("kernel.missing-scope");
        assertThat(owner.get("/api/v1/staff").json()).hasSize(2);
        assertThat(owner.get("/api/v1/invitations").json()).isEmpty();
    }

    @Test
    void lets_one_of_many_follow_the_same_link() throws Exception {
        var mail = People.freshMail();
        owner.post("/api/v1/invitations", "{\"to\":\"%s\",\"role\":\"viewer\"}".formatted(mail));
        var secret = link(mail);
        var visitors = IntStream.range(0, 12).mapToObj(n -> people.signedIn(people.person())).toList();

        var answers = Together.run(100, n -> visitors.get(n % 12).post("/api/v1/invitations/acceptance", "{\"secret\":\"" + secret + "\"}").status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(table.of(shop.id())).hasSize(2);
    }

    @Test
    void follows_no_link_that_is_late_or_was_taken_back() {
        var late = invite("viewer");
        jdbc.sql("update identity.invitation set until = now() - interval '1 second' where shop_id = ?").param(shop.id().value()).update();
        var takenBack = invite("viewer");
        var id = owner.get("/api/v1/invitations").json().path(0).path("id").asString();
        assertThat(owner.send("DELETE", "/api/v1/invitations/" + id, null).status()).isEqualTo(204);

        for (var secret : List.of(late, takenBack, "wql_" + "A".repeat(43), "nonsense")) {
            var answer = people.signedIn(people.person()).post("/api/v1/invitations/acceptance", "{\"secret\":\"" + secret + "\"}");
            assertThat(answer.status() + " " + answer.code()).isEqualTo("404 identity.no-invitation");
        }
        assertThat(table.of(shop.id())).hasSize(1);
    }

    @Test
    void gives_nobody_more_than_the_giver_holds() {
        var manager = people.signedIn(people.staff(shop.id(), Role.MANAGER));

        assertThat(invite(manager, "finance").code()).isEqualTo("identity.more-than-held");
        assertThat(invite(manager, "owner").code()).isEqualTo("identity.owners-only");
        assertThat(invite(manager, "operator").code()).isEqualTo("identity.unknown-role");
        assertThat(manager.post("/api/v1/roles", "{\"name\":\"cashier\",\"scopes\":[\"money:write\"]}").code()).isEqualTo("identity.more-than-held");
        assertThat(manager.send("DELETE", "/api/v1/staff/" + mei.id(), null).code()).isEqualTo("identity.owners-only");
        assertThat(manager.send("PUT", "/api/v1/staff/" + mei.id(), "{\"role\":\"viewer\"}").code()).isEqualTo("identity.owners-only");
        assertThat(invite(manager, "service").status()).isEqualTo(201);
        assertThat(table.of(shop.id())).extracting(StaffMember::role).containsExactlyInAnyOrder("owner", "manager");
    }

    @Test
    void makes_no_owner_by_a_token() {
        var token = api.tokenForAll(shop);

        assertThat(api.post("/api/v1/invitations", token, "{\"to\":\"x@people.example\",\"role\":\"owner\"}").code()).isEqualTo("identity.owners-only");
        assertThat(api.send("DELETE", "/api/v1/staff/" + mei.id(), token, null).code()).isEqualTo("identity.owners-only");
    }

    @Test
    void lets_a_shop_make_roles_of_its_own() {
        var made = owner.post("/api/v1/roles", "{\"name\":\"night-shift\",\"scopes\":[\"shop:read\",\"orders:read\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var lin = people.staff(shop.id(), Role.VIEWER);
        owner.send("PUT", "/api/v1/staff/" + lin.id(), "{\"role\":\"night-shift\"}");

        var browser = people.signedIn(lin);

        assertThat(browser.get("/api/v1/orders").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/pools").code()).isEqualTo("kernel.missing-scope");
        assertThat(browser.get("/api/v1/session").json().path("shops").path(0).path("role").asString()).isEqualTo("night-shift");
        assertThat(owner.send("DELETE", "/api/v1/roles/night-shift", null).code()).isEqualTo("identity.role-in-use");
        assertThat(owner.post("/api/v1/roles", "{\"name\":\"manager\",\"scopes\":[\"shop:read\"]}").code()).isEqualTo("identity.role-taken");
        assertThat(api.get("/api/v1/roles", api.token(storefront.shop(), Scope.SHOP_READ)).text()).doesNotContain("night-shift");
    }

    @Test
    void takes_everything_from_whoever_is_removed() {
        var lin = people.staff(shop.id(), Role.MANAGER);
        var browser = people.signedIn(lin);
        var token = browser.post("/api/v1/tokens", "{\"name\":\"spare key\",\"scopes\":[\"shop:read\"]}").json().path("token").asString();
        var link = invite(browser);
        var nanos = new AtomicLong();
        var otherNode = new KnownStaff(table, nanos::get);
        assertThat(api.get("/api/v1/shop", token).status()).isEqualTo(200);
        assertThat(otherNode.of(lin.id())).hasSize(1);

        assertThat(owner.send("DELETE", "/api/v1/staff/" + lin.id(), null).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/shop").code()).isEqualTo("identity.not-staff");
        assertThat(api.get("/api/v1/shop", token).code()).isEqualTo("identity.revoked-token");
        assertThat(people.signedIn(people.person()).post("/api/v1/invitations/acceptance", "{\"secret\":\"" + link + "\"}").code())
                .isEqualTo("identity.no-invitation");
        nanos.addAndGet(KnownStaff.CACHED.toNanos() - 1);
        assertThat(otherNode.of(lin.id())).as("its memory is not two seconds old yet").hasSize(1);
        nanos.incrementAndGet();
        assertThat(otherNode.of(lin.id())).isEmpty();
    }

    @Test
    void keeps_an_owner_whoever_removes_whom_at_the_same_moment() throws Exception {
        var lin = people.staff(shop.id(), Role.OWNER);
        var other = people.signedIn(lin);

        var answers = Together.run(100, n -> n % 2 == 0
                ? owner.send("DELETE", "/api/v1/staff/" + lin.id(), null).status()
                : other.send("DELETE", "/api/v1/staff/" + mei.id(), null).status());

        assertThat(answers.stream().filter(status -> status < 300)).hasSize(1);
        assertThat(table.of(shop.id()).stream().filter(StaffMember::top)).hasSize(1);
    }

    @Test
    void lets_the_last_owner_neither_go_nor_step_down() {
        assertThat(owner.send("DELETE", "/api/v1/staff/" + mei.id(), null).code()).isEqualTo("identity.last-owner");
        assertThat(owner.send("PUT", "/api/v1/staff/" + mei.id(), "{\"role\":\"manager\"}").code()).isEqualTo("identity.last-owner");
        assertThat(table.of(shop.id())).extracting(StaffMember::role).containsExactly("owner");
    }

    @Test
    void asks_for_a_fresh_proof_before_staff_is_changed() {
        jdbc.sql("update identity.session set fresh_until = null where account_id = ?").param(mei.id().value()).update();

        await().atMost(60, SECONDS).until(() -> invite(owner, "viewer").code().equals("identity.step-up-needed"));
    }

    private String invite(Visitor visitor) {
        var mail = People.freshMail();
        assertThat(visitor.post("/api/v1/invitations", "{\"to\":\"%s\",\"role\":\"viewer\"}".formatted(mail)).status()).isEqualTo(201);
        return link(mail);
    }

    private String invite(String role) {
        var mail = People.freshMail();
        assertThat(owner.post("/api/v1/invitations", "{\"to\":\"%s\",\"role\":\"%s\"}".formatted(mail, role)).status()).isEqualTo(201);
        return link(mail);
    }

    private Answer invite(Visitor visitor, String role) {
        return visitor.post("/api/v1/invitations", "{\"to\":\"%s\",\"role\":\"%s\"}".formatted(People.freshMail(), role));
    }

    /** The secret behind the link that was sent. */
    private String link(String mail) {
        await().atMost(60, SECONDS).until(() -> !people.messages(mail).isEmpty());
        return people.messages(mail).getLast().replaceAll("(?s).*#(wql_[A-Za-z0-9_-]{43}).*", "$1");
    }
}
