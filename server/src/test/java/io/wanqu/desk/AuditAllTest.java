package io.wanqu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class AuditAllTest {

    @Autowired
    private AuditAll auditAll;
    @Autowired
    private Market market;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MeterRegistry meters;

    @Test
    void counts_what_contradicts_the_counters_of_any_shop() {
        var stall = market.stall(2);
        var ofOthers = findingsOfOneRun();
        jdbc.sql("update inventory.pool set available = available - 1, sold = sold + 1 where shop_id = ? and pool_id = ?")
            .params(stall.shop().id().value(), stall.pool().value()).update();

        assertThat(findingsOfOneRun() - ofOthers).isEqualTo(3);
    }

    @Test
    void recounts_a_shop_that_takes_long_less_often() {
        var began = Instant.parse("2026-03-05T10:00:00Z");
        var pause = Duration.ofMinutes(10);

        assertThat(AuditAll.due(began, began.plusSeconds(50), pause)).isEqualTo("2026-03-05T10:00:50Z");
        assertThat(AuditAll.due(began, began.plusSeconds(300), pause)).isEqualTo("2026-03-05T10:45:00Z");
    }

    private double findingsOfOneRun() {
        var before = findings();
        auditAll.run();
        return findings() - before;
    }

    private double findings() {
        return meters.find("wanqu.audit.findings").counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
