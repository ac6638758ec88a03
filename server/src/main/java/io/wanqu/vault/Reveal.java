package io.wanqu.vault;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.kernel.SharedStock;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.Deliveries.Row;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.RevealLog;
import io.wanqu.vault.sealing.RevealLog.Opening;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place where a sealed card is opened for somebody; each opening is logged in the same transaction. A buyer sees
 * a delivery once, and for a short while the same again; a channel as often as its write-back needs.
 */
@Component
public class Reveal {

    private final Deliveries deliveries;
    private final RevealLog log;
    private final CardSeal seal;
    private final Clock clock;
    private final VaultSettings settings;
    private final SharedStock shared;

    Reveal(Deliveries deliveries, RevealLog log, CardSeal seal, Clock clock, VaultSettings settings, SharedStock shared) {
        this.deliveries = deliveries;
        this.log = log;
        this.seal = seal;
        this.clock = clock;
        this.settings = settings;
        this.shared = shared;
    }

    /** Units delivered after an earlier look are shown; refuses only when all there is was seen too long ago. */
    @Transactional
    public List<RevealedCard> toBuyer(ShopId shop, long holder, String by) {
        var now = clock.instant();
        var delivered = deliveries.lock(keepers(shop), holder);
        var visible = delivered.stream().filter(row -> visible(row.openedAt(), now)).toList();
        if (visible.isEmpty() && !delivered.isEmpty()) {
            throw new VaultProblem.AlreadyRevealed(openedAt(delivered));
        }
        deliveries.markOpened(keepers(shop), holder, now);
        return open(holder, visible, "buyer", by);
    }

    @Transactional
    public List<RevealedCard> toChannel(ShopId shop, long holder, int line, String channel) {
        var rows = deliveries.lock(keepers(shop), holder).stream().filter(row -> row.line() == line).toList();
        return open(holder, rows, "channel", channel);
    }

    /** The same for many lines, in one transaction; lines that got nothing are missing. */
    @Transactional
    public Map<Line, List<RevealedCard>> toChannel(ShopId shop, Collection<Line> lines, String channel) {
        var delivered = deliveries.lock(keepers(shop), lines);
        var opened = new HashMap<Line, List<RevealedCard>>();
        delivered.stream().collect(Collectors.groupingBy(it -> it.row().shop())).forEach((keeper, of) ->
                log.add(keeper, "channel", channel, of.stream()
                        .map(it -> new Opening(it.row().card(), it.holder(), it.row().line(), it.row().unit())).toList(), clock.instant()));
        delivered.forEach(it -> opened.computeIfAbsent(new Line(it.holder(), it.row().line()), line -> new ArrayList<>())
                .add(revealed(it.row())));
        return opened;
    }

    /** What is on its way to a channel before it is sold. */
    @Transactional
    public List<RevealedCard> consigned(ShopId shop, long holder, String channel) {
        return open(holder, deliveries.consigned(shop, holder), "channel", channel);
    }

    @Transactional
    public RevealedCard toStaff(ShopId shop, long cardId, String by) {
        var card = deliveries.card(shop, cardId).orElseThrow(() -> new VaultProblem.UnknownCard(cardId));
        log.add(shop, "staff", by, List.of(new Opening(cardId, null, null, null)), clock.instant());
        return revealed(card);
    }

    /** Lets a buyer look once more; staff answers for it by name. */
    @Transactional
    public void grantAgain(ShopId shop, long holder, String by) {
        if (deliveries.close(keepers(shop), holder) == 0) {
            throw new VaultProblem.UnknownDelivery(holder);
        }
        log.add(shop, "grant", by, List.of(new Opening(null, holder, null, null)), clock.instant());
    }

    /** Each opening is logged at the shop whose card it is. */
    private List<RevealedCard> open(long holder, List<Row> rows, String kind, String by) {
        rows.stream().collect(Collectors.groupingBy(Row::shop)).forEach((keeper, of) ->
                log.add(keeper, kind, by, of.stream().map(row -> new Opening(row.card(), holder, row.line(), row.unit())).toList(), clock.instant()));
        return rows.stream().map(this::revealed).toList();
    }

    /** What a shop sold lies with it, or with those from whose pools it sells. */
    private List<ShopId> keepers(ShopId shop) {
        return Stream.concat(Stream.of(shop), shared.keepers(shop).stream()).toList();
    }

    private RevealedCard revealed(Row row) {
        var text = seal.open(row.shop(), row.card(), row.sealed());
        var number = text.number() == null ? null : new CardKey(text.number());
        return new RevealedCard(row.line(), row.unit(), row.card(), number, new CardKey(text.secret()), row.expiresAt());
    }

    private boolean visible(@Nullable Instant openedAt, Instant now) {
        return openedAt == null || now.isBefore(openedAt.plus(settings.lookAgain()));
    }

    private static Instant openedAt(List<Row> rows) {
        return rows.stream().map(Row::openedAt).filter(Objects::nonNull).max(Instant::compareTo).orElseThrow();
    }

    /** A line of whoever got the cards. */
    public record Line(long holder, int line) {
    }
}
