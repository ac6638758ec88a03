package io.wanqu.kernel.trail;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down what was done, in the transaction that does it: neither happens without the other. Who did it and from where
 * is known from the request; what nobody asked for is done by the system.
 */
@Component
public class Trail {

    private final TrailTable table;
    private final ReadActs acts;
    private final Ids ids;

    Trail(TrailTable table, ReadActs acts, Ids ids) {
        this.table = table;
        this.acts = acts;
        this.ids = ids;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Note note) {
        var change = Change.between(note.before, note.after);
        table.add(List.of(new TrailRow(note.shop.value(), ids.next(), acts.current(), note.action, note.subject, "done",
                change.before(), change.after())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                acts.noted();
            }
        });
    }

    /** Does something and writes it down, both or neither. */
    @Transactional
    public <T> T doing(Supplier<T> work, Function<T, @Nullable Note> toNote) {
        var result = work.get();
        var note = toNote.apply(result);
        if (note != null) {
            note(note);
        }
        return result;
    }

    /**
     * What was done.
     *
     * @param action  what, as {@code sku.changed}: a noun and what became of it
     * @param subject to what, as {@code sku:123}
     * @param before  the content before, null for what is new; only what differs is kept, without secrets and personal fields
     * @param after   the content after, null for what is gone
     */
    public record Note(ShopId shop, String action, String subject, @Nullable Object before, @Nullable Object after) {

        public static Note of(ShopId shop, String action, String kind, long id) {
            return new Note(shop, action, kind + ":" + id, null, null);
        }

        public Note before(@Nullable Object was) {
            return new Note(shop, action, subject, was, after);
        }

        public Note after(@Nullable Object is) {
            return new Note(shop, action, subject, before, is);
        }
    }
}
