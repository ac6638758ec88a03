package io.wanqu.ledger.chain;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class ProofOverHttpTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private SealPostings seal;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Environment environment;

    private Stall stall;
    private String token;

    @BeforeEach
    void aShopThatHasSold() {
        OneDay.begins();
        stall = market.stall(3);
        token = api.tokenForAll(stall.shop());
        purse.earn(stall, 1);
        await().atMost(60, SECONDS).until(() -> {
            seal.sealAll();
            return api.get("/api/v1/ledger/proof", token).json().path("unsealed").asLong() == 0;
        });
    }

    @Test
    void a_shop_proves_its_own_books_and_the_platform_everybodys() {
        var own = api.get("/api/v1/ledger/proof", token).json();
        var one = api.get("/api/v1/operator/ledger/proof?shop=" + stall.shop().slug(), purse.operator());

        assertThat(own.path("intact").asBoolean()).isTrue();
        assertThat(own.path("postings").asLong()).isEqualTo(3);
        assertThat(one.text().lines()).hasSize(3).last().isEqualTo("{\"done\":true,\"allIntact\":true}");
        assertThat(api.get("/api/v1/operator/ledger/proof", token).code()).isEqualTo("kernel.operator-only");
        assertThat(api.get("/api/v1/operator/ledger/proof?shop=nobody-here", purse.operator()).code()).isEqualTo("shop.unknown");
    }

    @Test
    void the_script_ends_with_one_when_a_byte_was_changed_and_names_it() throws Exception {
        assertThat(script()).isZero();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update ledger.posting set amount_minor = 991 where shop_id = ? and source like 'order.paid%'")
                    .param(stall.shop().id().value()).update();
        });

        assertThat(script()).isEqualTo(1);
        assertThat(Files.readString(output())).contains("BROKEN", "\"field\":\"amount_minor\"", "\"byteInPosting\":");
    }

    @Test
    void the_script_ends_with_one_when_nobody_answers() throws Exception {
        assertThat(run("http://localhost:1")).isEqualTo(1);
    }

    private int script() throws IOException, InterruptedException {
        return run("http://localhost:" + environment.getProperty("local.server.port"));
    }

    private int run(String url) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("../bin/verify-ledger", "--shop", stall.shop().slug())
                .redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().put("WANQU_URL", url);
        builder.environment().put("WANQU_OPERATOR_TOKEN", purse.operator());
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Path output() {
        return Path.of("target/verify-ledger.log");
    }
}
