package io.wanqu.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money that went back to a buyer from wherever it is now: frozen first; of what was earned the platform gives its
 * share of the commission back and the shop the rest, even when the shop has drawn it and owes it from then on.
 */
@Service
public class GiveBack {

    private final Holdings holdings;
    private final Post post;

    GiveBack(Holdings holdings, Post post) {
        this.holdings = holdings;
        this.post = post;
    }

    /** A return that was booked before is passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Collection<Returned> returned) {
        var all = new ArrayList<Transfer>();
        var held = holdings.lock(returned.stream().map(Returned::key).distinct().toList());
        for (var it : returned.stream().filter(it -> !held.get(it.key()).sources().contains(it.source)).distinct().toList()) {
            var of = held.get(it.key());
            var transfers = transfers(it, of);
            transfers.forEach(transfer -> of.credits().merge(transfer.debit().code(), -transfer.amount().minor(), Math::addExact));
            all.addAll(transfers);
        }
        post.post(all);
    }

    private static List<Transfer> transfers(Returned it, Holdings.Held held) {
        var transfers = new ArrayList<Transfer>();
        var left = it.amount.minor();
        left -= add(transfers, it, Account.FROZEN, Math.clamp(held.in(Account.FROZEN), 0, left));
        left -= add(transfers, it, Account.COMMISSION, commissionOf(left, held));
        left -= add(transfers, it, Account.MERCHANT, Math.clamp(held.in(Account.MERCHANT), 0, left));
        add(transfers, it, Account.AVAILABLE, left);
        return transfers;
    }

    /** The commission that stays is that of what stays sold, rounded half up; it may not stay when nothing does. */
    private static long commissionOf(long returned, Holdings.Held held) {
        var commission = Math.max(0, held.in(Account.COMMISSION));
        var earned = commission + Math.max(0, held.in(Account.MERCHANT)) + Math.max(0, held.in(Account.AVAILABLE));
        if (returned <= 0 || commission == 0) {
            return 0;
        }
        if (returned >= earned) {
            return Math.min(commission, returned);
        }
        var stays = BigInteger.valueOf(commission).multiply(BigInteger.valueOf(earned - returned)).shiftLeft(1)
                .add(BigInteger.valueOf(earned)).divide(BigInteger.valueOf(earned).shiftLeft(1)).longValueExact();
        return Math.min(commission - stays, returned);
    }

    private static long add(List<Transfer> transfers, Returned it, Account from, long minor) {
        if (minor > 0) {
            transfers.add(new Transfer(it.shop, it.source, it.sourceId, from, it.to,
                    new Money(minor, it.amount.currency())));
        }
        return minor;
    }

    /**
     * Money that went back.
     *
     * @param source     what makes the booking unique together with {@code sourceId}: the refund
     * @param to         who returned it and is owed for it: a rail, a channel
     */
    public record Returned(ShopId shop, String source, long sourceId, Account to, Money amount) {

        Holdings.Key key() {
            return new Holdings.Key(shop, sourceId);
        }
    }
}
