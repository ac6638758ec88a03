package io.wanqu.risk;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.count.Deed;
import io.wanqu.risk.log.RecordDecisions;

import org.springframework.stereotype.Service;

/** Hears how things turned out that were decided about, and counts it against whoever was behind them; costs the teller nothing. */
@Service
public class TellOutcome {

    private final RecordDecisions record;

    TellOutcome(RecordDecisions record) {
        this.record = record;
    }

    public void unpaid(ShopId shop, List<Long> subjects) {
        record.count(shop, subjects, Deed.UNPAID);
    }

    public void paymentFailed(ShopId shop, long subject) {
        record.count(shop, List.of(subject), Deed.FAILED);
    }
}
