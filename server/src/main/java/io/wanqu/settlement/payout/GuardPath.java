package io.wanqu.settlement.payout;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.kernel.Money;
import io.wanqu.payment.PaysOut;
import io.wanqu.settlement.SettlementProblem.OutsideRailLimits;
import io.wanqu.settlement.SettlementProblem.UnlicensedRail;
import io.wanqu.settlement.terms.RailTerms;

import org.springframework.stereotype.Component;

/** Refuses every way out for money but a licensed rail, and there whatever its contract does not allow. */
@Component
class GuardPath {

    /** Commissions are rounded order by order; so much may have come together by it. */
    private static final long ROUNDING_MINOR = 100;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private final RailTerms terms;
    private final Map<String, PaysOut> rails;

    GuardPath(RailTerms terms, List<PaysOut> rails) {
        this.terms = terms;
        this.rails = rails.stream().collect(Collectors.toUnmodifiableMap(PaysOut::rail, Function.identity()));
    }

    /** The rail, when it can pay out and its licence to do so is on record and in force. */
    PaysOut licensed(String rail) {
        terms(rail);
        return rails.get(rail);
    }

    PaysOut.Bounds bounds(String rail) {
        var row = terms(rail);
        return new PaysOut.Bounds(row.splitMaxBasisPoints(), row.freezeDaysMax());
    }

    void mustAllowReceivers(String rail, int count) {
        compare(rail, "receiversMax", count, terms(rail).receiversMax());
    }

    void mustAllow(String rail, Money amount) {
        var limit = terms(rail);
        compare(rail, "payoutMaxMinor", amount.minor(), limit.payoutMaxMinor());
        if (amount.minor() < limit.payoutMinMinor()) {
            throw new OutsideRailLimits(rail, "payoutMinMinor", amount.minor(), limit.payoutMinMinor());
        }
    }

    /** The share that goes to the platform is within what the rail may split off. */
    void mustAllowShare(String rail, ShopMoney.Sums sums) {
        var max = terms(rail).splitMaxBasisPoints();
        var allowed = BigInteger.valueOf(Math.max(0, sums.earned())).multiply(BigInteger.valueOf(max)).divide(WHOLE)
                .add(BigInteger.valueOf(ROUNDING_MINOR)).longValueExact();
        if (sums.commission() > allowed) {
            throw new OutsideRailLimits(rail, "splitMaxBasisPoints", sums.commission(), allowed);
        }
    }

    private RailTerms.Row terms(String rail) {
        return terms.inForce(rail).filter(it -> it.licensed() && rails.containsKey(rail)).orElseThrow(() -> new UnlicensedRail(rail));
    }

    private static void compare(String rail, String limit, long got, long allowed) {
        if (got > allowed) {
            throw new OutsideRailLimits(rail, limit, got, allowed);
        }
    }
}
