package io.wanqu.kernel.message;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Messages on their way: written down in the transaction that wants them sent, sent when it has committed, tried again for an hour. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 20;

    private final Messages messages;
    private final List<Carrier> carriers;
    private final Clock clock;
    private final Semaphore sending = new Semaphore(1);
    private final AtomicBoolean asked = new AtomicBoolean();

    Outbox(Messages messages, List<Carrier> carriers, Clock clock) {
        this.messages = messages;
        this.carriers = carriers;
        this.clock = clock;
    }

    public void add(Message message) {
        messages.add(message, clock.instant());
        wakeAfterCommit();
    }

    /** Costs what a message costs and sends none, so that the time of an answer does not tell whether somebody was written to. */
    public void addNothing(Message likeThis) {
        messages.addMuted(likeThis, clock.instant());
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    private void wake() {
        asked.set(true);
        Thread.startVirtualThread(this::sendAsked);
    }

    /** One sender a node is enough; whoever comes meanwhile leaves his wish behind. */
    private void sendAsked() {
        while (asked.get() && sending.tryAcquire()) {
            try {
                asked.set(false);
                sendDue();
            } finally {
                sending.release();
            }
        }
    }

    void sendDue() {
        for (var due = messages.claim(clock.instant(), AT_ONCE); !due.isEmpty(); due = messages.claim(clock.instant(), AT_ONCE)) {
            due.forEach(this::send);
        }
    }

    private void send(Messages.Due due) {
        if (due.muted() || handedOver(due.message())) {
            messages.remove(due.id());
        }
    }

    private boolean handedOver(Message message) {
        var carrier = carriers.stream().filter(each -> each.carries(message.kind())).findFirst();
        if (carrier.isEmpty()) {
            log.warn("nothing is set up to carry a message of kind {}; see wanqu.mail and wanqu.message", message.kind());
            return false;
        }
        try {
            carrier.get().send(message);
            return true;
        } catch (Exception e) {
            log.warn("a message of kind {} could not be handed over and is tried again: {}", message.kind(), e.getClass().getSimpleName());
            return false;
        }
    }

    /** The clock behind what could not be sent at once. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sendMessages(Outbox outbox, Messages messages, Clock clock) {
            return Tasks.recurring("kernel.send-messages", FixedDelay.of(Duration.ofSeconds(20))).execute((instance, context) -> {
                outbox.sendDue();
                messages.giveUp(clock.instant());
            });
        }
    }
}
