package io.wanqu.ordering.placing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

import io.wanqu.kernel.GroupCommit;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.OrderPlaced;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders: everything that arrives at the same moment in one transaction, one statement a table. */
@Service
public class PlaceOrders implements DisposableBean {

    private static final int BATCH_MAX = 200;

    private final PlacingSteps steps;
    private final Repeats repeats;
    private final EventLog events;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final GroupCommit<PlaceAsk, PlaceOutcome> group;

    PlaceOrders(PlacingSteps steps, Repeats repeats, EventLog events, Ids ids, TransactionTemplate transaction) {
        this.steps = steps;
        this.repeats = repeats;
        this.events = events;
        this.ids = ids;
        this.transaction = transaction;
        this.group = new GroupCommit<>("place-orders", GroupCommit.lanes(), BATCH_MAX, this::place);
    }

    /** Places one order, together with whoever else is placing; returns when that is durable. */
    public PlaceOutcome place(PlaceAsk ask) {
        return group.submit(ask);
    }

    /** Answers in the order of the asks. */
    public List<PlaceOutcome> place(List<PlaceAsk> asks) {
        return transaction.execute(status -> {
            var known = repeats.find(asks);
            var drafts = new LinkedHashMap<Draft, PlaceAsk>();
            var draftOf = new LinkedHashMap<Repeats.Key, Draft>();
            for (var ask : asks) {
                var key = Repeats.Key.of(ask);
                if (!known.containsKey(key) && !draftOf.containsKey(key)) {
                    var draft = new Draft(ask.shop(), ask.channel(), new OrderId(ids.next()));
                    draftOf.put(key, draft);
                    drafts.put(draft, ask);
                }
            }
            var placed = steps.run(drafts);
            events.append(placed.keySet().stream()
                    .map(draft -> new OrderPlaced(draft.shop, draft.order, draft.channel, draft.total()))
                    .toList());
            var answered = new HashSet<Draft>();
            var outcomes = new ArrayList<PlaceOutcome>(asks.size());
            for (var ask : asks) {
                var before = known.get(Repeats.Key.of(ask));
                var draft = draftOf.get(Repeats.Key.of(ask));
                var outcome = before != null ? before.answer(ask) : answer(ask, drafts.get(draft), draft, placed.get(draft));
                outcomes.add(outcome instanceof Placed again && draft != null && !answered.add(draft) ? again.again() : outcome);
            }
            return outcomes;
        });
    }

    /** Two asks of one batch may share a key: the second gets the first one's order if it wants the same. */
    private static PlaceOutcome answer(PlaceAsk ask, PlaceAsk first, Draft draft, @Nullable Placed placed) {
        if (!Repeats.same(first, ask)) {
            return Repeats.REUSED;
        }
        return placed == null ? new Refused(draft.refusal()) : placed;
    }

    @Override
    public void destroy() {
        group.close();
    }
}
