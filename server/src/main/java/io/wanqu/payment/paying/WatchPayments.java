package io.wanqu.payment.paying;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.Payments.Subject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells waiting pages how their payments go on. All pages of a node share one look at the database each second, whatever
 * their number; without pages there is none.
 */
@Component
public class WatchPayments {

    private static final Logger log = LoggerFactory.getLogger(WatchPayments.class);
    private static final int PAGES_MAX = 5_000;
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final PaymentQueries queries;
    private final Map<SseEmitter, Watched> pages = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch-payments").factory());

    WatchPayments(PaymentQueries queries) {
        this.queries = queries;
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The state now, then each change; ends when nothing more can come, or after five minutes, when the page asks anew. */
    public SseEmitter watch(ShopId shop, long subject) {
        if (pages.size() >= PAGES_MAX) {
            throw new PaymentProblem.TooManyWatchers();
        }
        var page = new SseEmitter(LONGEST.toMillis());
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        pages.put(page, new Watched(new Subject(shop, subject), new AtomicReference<>("")));
        return page;
    }

    private void look() {
        if (pages.isEmpty()) {
            return;
        }
        try {
            var states = queries.states(pages.values().stream().map(Watched::subject).collect(Collectors.toSet()));
            pages.forEach((page, watched) -> {
                var state = states.get(watched.subject.id());
                if (state != null && !watched.last.getAndSet(state.text()).equals(state.text())) {
                    tell(page, state);
                }
            });
        } catch (RuntimeException e) {
            log.warn("waiting pages are told later: {}", e.toString());
        }
    }

    private void tell(SseEmitter page, State state) {
        try {
            page.send(SseEmitter.event().name("payment").data(state.text()));
            if (state.paid()) {
                page.complete();
            }
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }

    /** Before the server waits for requests that are not answered yet: these would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        looks.shutdownNow();
        pages.keySet().forEach(SseEmitter::complete);
    }

    private record Watched(Subject subject, AtomicReference<String> last) {
    }
}
