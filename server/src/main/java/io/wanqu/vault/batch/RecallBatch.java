package io.wanqu.vault.batch;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.vault.CardsRecalled;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.VaultProblem;
import io.wanqu.vault.batch.Batches.Batch;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what is left of a batch off sale, in stretches, so that no buyer waits long for the pool. */
@Component
class RecallBatch {

    private static final int CARDS = 2_000;

    private final Batches batches;
    private final VoidCards voidCards;
    private final CountsStock stock;
    private final EventLog events;
    private final TransactionTemplate transaction;

    RecallBatch(Batches batches, VoidCards voidCards, CountsStock stock, EventLog events, TransactionTemplate transaction) {
        this.batches = batches;
        this.voidCards = voidCards;
        this.stock = stock;
        this.events = events;
        this.transaction = transaction;
    }

    Recalled recall(ShopId shop, long id) {
        var batch = batches.find(shop, id).orElseThrow(() -> new VaultProblem.UnknownBatch(id));
        var recalled = 0L;
        for (var step = new Step(batch.firstCard() - 1, 0, 0, false); !step.end();) {
            var after = step.after();
            step = transaction.execute(status -> step(shop, batch, after));
            recalled += step.taken();
            if (step.wanted() > step.taken()) {
                return new Recalled(recalled, step.wanted() - step.taken() + batches.unsoldUses(shop, batch, step.after()));
            }
        }
        return new Recalled(recalled, 0);
    }

    private Step step(ShopId shop, Batch batch, long after) {
        stock.lock(shop, List.of(batch.pool()));
        var cards = batches.lockUnsold(shop, batch, after, CARDS);
        if (cards.isEmpty()) {
            return new Step(after, 0, 0, true);
        }
        var taken = voidCards.take(shop, batch.pool(), cards);
        if (taken > 0) {
            batches.addRecalled(shop, batch.id(), taken);
            events.append(List.of(new CardsRecalled(shop, batch.pool(), batch.id(), taken)));
        }
        return new Step(cards.getLast().card(), cards.stream().mapToLong(Batches.Unsold::uses).sum(), taken, cards.size() < CARDS);
    }

    private record Step(long after, long wanted, long taken, boolean end) {
    }

    /**
     * @param uses     taken off sale now
     * @param promised still in the batch, because holders were promised as much of the pool; recall again later
     */
    record Recalled(long uses, long promised) {
    }
}
