package io.wanqu.payment.splitting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.ReadsBills;
import io.wanqu.payment.account.RailAccounts;
import io.wanqu.payment.rail.BillRail;
import io.wanqu.payment.rail.BillRail.BillLine;

/** A rail's bills of all accounts a shop has there. Bills of trades do not hold splits, so the rail is asked for each of those. */
final class AccountBills implements ReadsBills {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final BillRail rail;
    private final RailAccounts accounts;
    private final Splits splits;
    private final SplitPayouts payouts;

    AccountBills(BillRail rail, RailAccounts accounts, Splits splits, SplitPayouts payouts) {
        this.rail = rail;
        this.accounts = accounts;
        this.splits = splits;
        this.payouts = payouts;
    }

    @Override
    public String rail() {
        return rail.name();
    }

    @Override
    public List<Line> lines(ShopId shop, LocalDate day) {
        var lines = new ArrayList<Line>();
        accounts.ofRail(shop, rail.name()).forEach(account -> rail.bill(account, day).forEach(line -> lines.add(line(line))));
        var ended = splits.completed(shop, rail.name(), day.atStartOfDay(BEIJING).toInstant(), day.plusDays(1).atStartOfDay(BEIJING).toInstant());
        payouts.confirmed(ended).forEach(part -> lines.add(new Line(Kind.PAYOUT, Long.toString(part.id()), Long.toString(part.payout()),
                part.amount(), 0)));
        return lines;
    }

    private static Line line(BillLine line) {
        return line.kind() == BillLine.Kind.PAYMENT
                ? new Line(Kind.PAYMENT, line.transaction(), line.payment(), line.amount(), line.feeMinor())
                : new Line(Kind.REFUND, line.transaction(), line.refund() == null ? line.transaction() : line.refund(), line.amount(), line.feeMinor());
    }
}
