package io.wanqu.settlement.check;

import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.settlement.SettlementProblem.UnknownDifference;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a difference: by a posting that brings what the rail holds to what its bill says, against suspense until somebody knows
 * whose it is; or by an explanation that changes nothing.
 */
@Service
class Repair {

    private final Differences differences;
    private final Post post;

    Repair(Differences differences, Post post) {
        this.differences = differences;
        this.post = post;
    }

    @Transactional
    Difference.Kept correct(ShopId shop, long id, String note, String by) {
        var kept = end(shop, id, "corrected", note, by);
        var minor = kept.what().correctionMinor();
        if (kept.what().kind() != Difference.Kind.FEE_DIFFERS && minor != 0) {
            var rail = Account.settled(kept.rail());
            post.post(List.of(new Transfer(shop, "check.corrected", id, minor > 0 ? rail : Account.SUSPENSE, minor > 0 ? Account.SUSPENSE : rail,
                    Money.of(Math.absExact(minor), kept.what().currency()))));
        }
        return kept;
    }

    @Transactional
    Difference.Kept explain(ShopId shop, long id, String note, String by) {
        return end(shop, id, "explained", note, by);
    }

    private Difference.Kept end(ShopId shop, long id, String as, String note, String by) {
        if (!differences.end(shop, id, as, note, by)) {
            throw new UnknownDifference(Long.toString(id));
        }
        return differences.find(shop, id).orElseThrow();
    }
}
