package io.wanqu.kernel.trail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.Hashes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Recomputes a shop's chain from the entries themselves, and names the first thing that is not as it was sealed. */
@Service
public class ProveTrail {

    private static final int LINKS = 20;
    private static final int SHOPS = 50;

    private final TrailChain chain;

    ProveTrail(TrailChain chain) {
        this.chain = chain;
    }

    /** Shops that have a trail, a stretch at a time: those behind this one. */
    public List<ShopId> shops(long after) {
        return chain.shops(after, SHOPS);
    }

    public Proof prove(ShopId shop) {
        var hash = TrailRow.genesis(shop.value());
        var seq = 0;
        var entries = 0L;
        Break broken = null;
        List<TrailLink> links;
        do {
            links = chain.links(shop, seq, LINKS);
            for (var link : links) {
                broken = prove(shop, link, seq + 1, hash);
                if (broken != null) {
                    return new Proof(shop.text(), false, seq, entries, chain.gaps().unsealed(shop), HexFormat.of().formatHex(hash), broken);
                }
                seq++;
                entries += link.entries().size();
                hash = link.hash();
            }
        } while (links.size() == LINKS);
        broken = chain.gaps().slippedIn(shop)
                .map(entry -> new Break(0, Long.toString(entry), "chain", -1, "there is an entry behind the seal that was never sealed"))
                .orElse(null);
        return new Proof(shop.text(), broken == null, seq, entries, chain.gaps().unsealed(shop), HexFormat.of().formatHex(hash), broken);
    }

    private @Nullable Break prove(ShopId shop, TrailLink link, int seq, byte[] previous) {
        if (link.seq() != seq || !Arrays.equals(link.previous(), previous)) {
            return new Break(seq, null, "previous", -1, "the link does not hang on the one before it");
        }
        var difference = TrailRow.CANON.compare(link.copy(), chain.entries(shop, link.entries()), link.entries());
        if (!Arrays.equals(link.hash(), Hashes.sha256(previous, link.copy()))) {
            return new Break(seq, difference == null ? null : Long.toString(difference.id()), difference == null ? "hash" : "copy/" + difference.field(),
                    -1, "the sealed copy or its hash was changed");
        }
        return difference == null ? null : new Break(seq, Long.toString(difference.id()), difference.field(), difference.byteInRow(),
                "the entry is not what was sealed");
    }

    /**
     * The outcome.
     *
     * @param unsealed entries of transactions that ended a moment ago, or still run; they come into the chain by themselves
     * @param head     the hash of the last link; whoever keeps it can tell later that nothing was cut off
     */
    public record Proof(String shop, boolean intact, int links, long entries, long unsealed, String head, @Nullable Break broken) {
    }

    /** The first thing that is not as it was sealed. */
    public record Break(int link, @Nullable String entry, String field, int byteInEntry, String says) {
    }
}
