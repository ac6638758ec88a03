package io.wanqu.ledger.chain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.Hashes;
import io.wanqu.ledger.chain.Proof.Break;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Recomputes a shop's chain from the postings themselves, day by day, and names the first thing that is not as it was sealed.
 * Days before the one to begin with are believed; the root of the day before it is what the rest hangs on.
 */
@Service
public class ProveBooks {

    private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);
    private static final int DAYS = 50;
    private static final int LINKS = 20;

    private final ReadChain chain;

    ProveBooks(ReadChain chain) {
        this.chain = chain;
    }

    /** Shops that have books, a stretch at a time: those behind this one. */
    List<ShopId> shops(long after) {
        return chain.shops(after, DAYS);
    }

    /** @param progress is told of each day that was found intact */
    public Proof prove(ShopId shop, @Nullable LocalDate from, Consumer<Progress> progress) {
        var begin = from == null ? ALWAYS : from;
        var before = chain.lastBefore(shop, begin);
        var count = new Count(shop, before.map(Day::root).orElseGet(() -> Entry.genesis(shop.value())),
                before.map(day -> chain.totals(shop, day.day())).orElseGet(Totals::new));
        var next = begin;
        List<Day> days;
        do {
            days = chain.days(shop, next, DAYS);
            for (var day : days) {
                var broken = prove(day, count);
                if (broken != null) {
                    return count.proof(chain.gaps().unsealed(shop), broken);
                }
                count.days++;
                progress.accept(new Progress(shop.text(), day.day(), !day.open(), day.links(), day.postings()));
                next = day.day().plusDays(1);
            }
        } while (days.size() == DAYS);
        return count.proof(chain.gaps().unsealed(shop), proveEnd(count, next));
    }

    private @Nullable Break prove(Day day, Count count) {
        if (!Arrays.equals(day.previousRoot(), count.root)) {
            return whole(day.day(), "previous_root", "the day does not hang on the root of the day before it");
        }
        var seq = 0;
        var postings = 0L;
        var hash = day.previousRoot();
        List<Link> links;
        do {
            links = chain.links(count.shop, day.day(), seq, LINKS);
            for (var link : links) {
                var broken = prove(link, seq + 1, hash, count);
                if (broken != null) {
                    return broken;
                }
                seq++;
                postings += link.postings().size();
                hash = link.hash();
            }
        } while (links.size() == LINKS);
        if (seq != day.links() || postings != day.postings() || !Arrays.equals(hash, day.lastHash())) {
            return whole(day.day(), "last_hash", "the day has not the links it was closed with");
        }
        count.links += seq;
        count.postings += postings;
        return proveClosed(day, count);
    }

    private @Nullable Break proveClosed(Day day, Count count) {
        if (day.root() == null) {
            return null;
        }
        if (!Arrays.equals(day.root(), day.rootOver(count.totals))) {
            return whole(day.day(), "root", "the root is not that of the day's links and balances");
        }
        if (!chain.totals(count.shop, day.day()).sameAs(count.totals)) {
            return whole(day.day(), "day_balance", "the balances that were kept for the end of the day are not those of its postings");
        }
        count.root = day.root();
        return null;
    }

    private @Nullable Break prove(Link link, int seq, byte[] previous, Count count) {
        if (link.seq() != seq || !Arrays.equals(link.previous(), previous)) {
            return new Break(link.day(), seq, null, "previous", -1, -1, "the link does not hang on the one before it");
        }
        var entries = chain.entries(count.shop, link.postings());
        var difference = Entry.CANON.compare(link.copy(), entries, link.postings());
        if (!Arrays.equals(link.hash(), Hashes.sha256(previous, link.copy()))) {
            var says = difference == null ? "the hash of the link was changed" : "the sealed copy was changed: its hash is another";
            return new Break(link.day(), seq, difference == null ? null : Long.toString(difference.id()),
                    difference == null ? "hash" : "copy/" + difference.field(), difference == null ? -1 : difference.byteInCopy(),
                    difference == null ? -1 : difference.byteInRow(), says);
        }
        if (difference != null) {
            return new Break(link.day(), seq, Long.toString(difference.id()), difference.field(), difference.byteInCopy(),
                    difference.byteInRow(), "the posting is not what was sealed");
        }
        entries.forEach(count.totals::add);
        return null;
    }

    /** What only the whole chain can tell: nothing slipped in behind the seal, and the running balances are its sums. */
    private @Nullable Break proveEnd(Count count, LocalDate end) {
        if (chain.gaps().behindTheSeal(count.shop) != chain.gaps().inTheChain(count.shop)) {
            var slipped = chain.gaps().slippedIn(count.shop).map(String::valueOf).orElse(null);
            return new Break(end, 0, slipped, "chain", -1, -1, "there is a posting behind the seal that was never sealed");
        }
        if (!chain.totals(count.shop, null).sameAs(count.totals)) {
            return whole(end, "balance", "the running balances are not the sums of the postings");
        }
        return null;
    }

    private static Break whole(LocalDate day, String field, String says) {
        return new Break(day, 0, null, field, -1, -1, says);
    }

    /** A day that was found intact. */
    public record Progress(String shop, LocalDate day, boolean closed, int links, long postings) {
    }

    private static final class Count {

        private final ShopId shop;
        private final Totals totals;
        private byte[] root;
        private int days;
        private long links;
        private long postings;

        Count(ShopId shop, byte[] root, Totals totals) {
            this.shop = shop;
            this.root = root;
            this.totals = totals;
        }

        Proof proof(long unsealed, @Nullable Break broken) {
            return new Proof(shop.text(), broken == null, days, links, postings, unsealed, broken);
        }
    }
}
