package io.wanqu.aftersale.dispute;

import java.util.List;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.dispute.Messages.Author;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.ordering.disputing.DisputeOrders;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What buyer, shop, operator and the clock can do with an open case. Of two who decide at once one is right, the other is told so. */
@Service
class DecideCase {

    static final List<String> OPEN = List.of(CaseRow.OPENED, CaseRow.REFUSED, CaseRow.ESCALATED, CaseRow.AGREED);
    private static final List<String> WITH_SHOP = List.of(CaseRow.OPENED, CaseRow.REFUSED);

    private final DisputeOrders disputes;
    private final Cases cases;
    private final Messages messages;
    private final EndCase end;
    private final OpenCase.Means means;
    private final Trail trail;

    DecideCase(DisputeOrders disputes, Cases cases, Messages messages, EndCase end, OpenCase.Means means, Trail trail) {
        this.disputes = disputes;
        this.cases = cases;
        this.messages = messages;
        this.end = end;
        this.means = means;
        this.trail = trail;
    }

    /** The shop gives in, to all of it or to a part. */
    @Transactional
    public CaseRow agree(ShopId shop, long id, @Nullable Long amountMinor, Author by) {
        var row = locked(shop, id);
        return noted("case.agreed", row, end.forBuyer(row, WITH_SHOP, amountMinor, by));
    }

    @Transactional
    public CaseRow refuse(ShopId shop, long id, String why, Author by) {
        var row = locked(shop, id);
        return moved(row, List.of(CaseRow.OPENED), CaseRow.REFUSED, means.policy().escalateWithin(), by, why);
    }

    @Transactional
    public CaseRow escalate(ShopId shop, long id, String why) {
        var row = locked(shop, id);
        return moved(row, List.of(CaseRow.REFUSED), CaseRow.ESCALATED, means.policy().decideWithin(), Author.BUYER, why);
    }

    @Transactional
    public CaseRow withdraw(ShopId shop, long id) {
        return end.forShop(locked(shop, id), OPEN, "withdrawn", Author.BUYER);
    }

    /** The operator's word: nothing, a part, or all. */
    @Transactional
    public CaseRow verdict(ShopId shop, long id, boolean forBuyer, @Nullable Long amountMinor, Author by) {
        var row = locked(shop, id);
        var from = List.of(CaseRow.OPENED, CaseRow.REFUSED, CaseRow.ESCALATED);
        return noted("case.verdict", row, forBuyer ? end.forBuyer(row, from, amountMinor, by) : end.forShop(row, from, "for_shop", by));
    }

    /** The fund pays before anybody has decided, and the case is over. */
    @Transactional
    public CaseRow compensate(ShopId shop, long id, Author by) {
        var row = locked(shop, id);
        return noted("case.compensated", row, end.compensated(row, OPEN, by));
    }

    /** Its time has passed; a case that somebody moved on meanwhile is left alone. */
    @Transactional
    public void meet(ShopId shop, long id) {
        var row = locked(shop, id);
        if (row.deadline() == null || row.deadline().isAfter(means.clock().instant())) {
            return;
        }
        switch (row.state()) {
            case CaseRow.REFUSED -> end.forShop(row, List.of(row.state()), "for_shop", Author.CLOCK);
            case CaseRow.AGREED -> end.replacedOrPaid(row, Author.CLOCK);
            default -> end.forBuyer(row, List.of(row.state()), null, Author.CLOCK);
        }
    }

    @Transactional
    public void say(ShopId shop, long id, Author author, String kind, String text) {
        messages.add(find(shop, id), author, kind, text);
    }

    CaseRow find(ShopId shop, long id) {
        return cases.find(shop, id).orElseThrow(() -> new AftersaleProblem.UnknownCase(id));
    }

    /** The order first, then the case: as whoever opens one does. */
    private CaseRow locked(ShopId shop, long id) {
        disputes.lock(shop, find(shop, id).order());
        return find(shop, id);
    }

    private CaseRow noted(String action, CaseRow before, CaseRow after) {
        trail.note(Note.of(after.shop(), action, "case", after.id()).before(before).after(after));
        return after;
    }

    private CaseRow moved(CaseRow row, List<String> from, String to, java.time.Duration within, Author by, String why) {
        if (!cases.move(row, from, to, means.clock().instant().plus(within))) {
            throw new AftersaleProblem.NotNow(row.state(), String.join(" or ", from));
        }
        messages.add(row, by, "message", why);
        messages.add(row, by, "step", to);
        return find(row.shop(), row.id());
    }
}
