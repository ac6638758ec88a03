package io.wanqu.desk;

import static org.assertj.core.api.Assertions.assertThat;

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

    private double findingsOfOneRun() {
        var before = findings();
        auditAll.run();
        return findings() - before;
    }

    private double findings() {
        return meters.find("wanqu.audit.findings").counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
