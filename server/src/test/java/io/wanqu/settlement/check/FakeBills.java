package io.wanqu.settlement.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.ReadsBills;

import org.springframework.stereotype.Component;

/** The bills of the sandbox, as a test writes them. */
@Component
class FakeBills implements ReadsBills {

    private final Map<String, List<Line>> bills = new ConcurrentHashMap<>();

    void put(ShopId shop, LocalDate day, List<Line> lines) {
        bills.put(shop + "/" + day, lines);
    }

    @Override
    public String rail() {
        return "sandbox";
    }

    @Override
    public List<Line> lines(ShopId shop, LocalDate day) {
        return bills.getOrDefault(shop + "/" + day, List.of());
    }
}
