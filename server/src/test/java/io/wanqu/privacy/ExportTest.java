package io.wanqu.privacy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

import io.wanqu.testing.Market;
import io.wanqu.testing.People;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person carries away all that is kept of him. */
@WanquTest
class ExportTest {

    @Autowired
    private Market market;
    @Autowired
    private Someone someone;
    @Autowired
    private People people;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void all_that_is_kept_of_a_person_comes_as_a_zip_of_json() throws Exception {
        var lin = someone.whoBought(market.stall(1));

        var asked = lin.browser().post("/api/v1/me/exports", "{}");

        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        var path = "/api/v1/me/exports/" + asked.json().path("id").asString();
        await().atMost(30, SECONDS).until(() -> lin.browser().get(path).json().path("state").asString().equals("done"));
        var done = lin.browser().get(path).json();
        assertThat(done.path("doneParts").asInt()).isEqualTo(done.path("allParts").asInt());
        var files = files(lin, done.path("file").asString());
        assertThat(files).containsKeys("orders.json", "identity.account.json", "customer.evidence.json", "ordering.contact.json",
                "customer.consent.json", "customer.data-use.json", "aftersale.message.json");
        assertThat(files.get("orders.json")).contains(lin.order());
        assertThat(files.get("identity.account.json")).contains(lin.mail());
        assertThat(files.get("customer.evidence.json")).contains("+86" + lin.phone());
        assertThat(files.get("ordering.contact.json")).contains(lin.phone());
        assertThat(files.get("customer.data-use.json")).contains("\"export\"");
        assertThat(jdbc.sql("select count(*) from privacy.export_piece where encode(sealed, 'escape') like '%' || :phone || '%'")
                .param("phone", lin.phone()).query(Long.class).single()).isZero();

        var mei = people.signedIn(people.person());
        assertThat(mei.get(path).code()).isEqualTo("privacy.unknown-export");
        assertThat(mei.get(path + "/file").status()).isEqualTo(404);
        someone.stale(lin);
        assertThat(lin.browser().get(path + "/file").code()).isEqualTo("identity.step-up-needed");
        assertThat(lin.browser().post("/api/v1/me/exports", "{}").code()).isEqualTo("identity.step-up-needed");
    }

    @Test
    void a_file_is_gone_when_its_time_is_over() {
        var lin = someone.whoBought(market.stall(1));
        var id = lin.browser().post("/api/v1/me/exports", "{}").json().path("id").asString();
        await().atMost(30, SECONDS).until(() -> lin.browser().get("/api/v1/me/exports/" + id).json().path("state").asString().equals("done"));

        jdbc.sql("update privacy.export set expires_at = now() - interval '1 second' where export_id = :id").param("id", Long.parseLong(id)).update();

        assertThat(lin.browser().get("/api/v1/me/exports/" + id + "/file").code()).isEqualTo("privacy.unknown-export");
        await().atMost(30, SECONDS).until(() -> lin.browser().get("/api/v1/me/exports/" + id).json().path("state").asString().equals("over"));
        assertThat(jdbc.sql("select count(*) from privacy.export_piece where export_id = :id").param("id", Long.parseLong(id)).query(Long.class).single()).isZero();
    }

    @Test
    void a_hundred_who_ask_at_once_get_one_export() throws Exception {
        var lin = people.person();
        var browser = people.signedIn(lin);

        var answers = Together.run(100, n -> browser.post("/api/v1/me/exports", "{}").status());

        assertThat(answers).containsOnly(202, 409);
        assertThat(answers.stream().filter(it -> it == 202).count())
                .isEqualTo(jdbc.sql("select count(*) from privacy.export where account_id = :account").param("account", lin.id().value()).query(Long.class).single());
    }

    private static Map<String, String> files(Someone.Person person, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(person.browser().origin() + path))
                .header("Cookie", "wanqu_session=" + person.browser().cookie("wanqu_session")).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        return unzipped(answer.body());
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
