package io.wanqu.simulators.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends messages and repeats them on a shortened schedule until they are acknowledged or given up. */
public final class PushSender implements AutoCloseable {

    /** Hours at the real platform; compressed here so that a test or a benchmark can watch it. */
    private static final List<Duration> WAITS = List.of(Duration.ofMillis(100), Duration.ofMillis(300),
        Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9), Duration.ofSeconds(27));
    private static final int AT_ONCE = 64;

    private final HttpClient http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .build();
    private final ScheduledExecutorService later =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("pushes").factory());
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Acknowledgement acknowledges;
    private final List<Duration> waits;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    public PushSender(Predicate<String> acknowledges) {
        this(WAITS, (status, body) -> status == 200 && acknowledges.test(body));
    }

    /** For a platform with a schedule of its own, or with other answers than 200 that mean yes. */
    public PushSender(List<Duration> waits, Acknowledgement acknowledges) {
        this.waits = List.copyOf(waits);
        this.acknowledges = acknowledges;
    }

    public void send(Message message, Duration delay) {
        plan(message, 0, delay);
    }

    /** Sends without waiting in any line, so that the order of calls is the order of sending. */
    public void sendNow(Message message) {
        start(message, 0);
    }

    /** Each waits for the answer to the one before it, so that they arrive in this order however slow anybody is. */
    public void sendInTurn(List<Message> messages, Duration delay) {
        later.schedule(() -> Thread.ofVirtual().start(() -> messages.forEach(message -> settle(message, 0, accepted(message)))),
            delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void start(Message message, int attempt) {
        Thread.ofVirtual().start(() -> {
            slots.acquireUninterruptibly();
            try {
                settle(message, attempt, accepted(message));
            } finally {
                slots.release();
            }
        });
    }

    private void plan(Message message, int attempt, Duration wait) {
        try {
            later.schedule(() -> start(message, attempt), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: what is not acknowledged by now never will be.
            givenUp.incrementAndGet();
        }
    }

    private void settle(Message message, int attempt, boolean accepted) {
        if (accepted) {
            acknowledged.incrementAndGet();
        } else if (attempt < waits.size()) {
            plan(message, attempt + 1, waits.get(attempt));
        } else {
            givenUp.incrementAndGet();
        }
    }

    private boolean accepted(Message message) {
        attempts.incrementAndGet();
        var answer = answer(message);
        return answer != null && acknowledges.given(answer.statusCode(), answer.body());
    }

    /** Sends once, without repetition, and tells the status of the answer; zero when there was none. */
    public int probe(Message message) {
        var answer = answer(message);
        return answer == null ? 0 : answer.statusCode();
    }

    private @Nullable HttpResponse<String> answer(Message message) {
        var request = HttpRequest.newBuilder(message.target())
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::setHeader);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    public long attempts() {
        return attempts.get();
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    public long givenUp() {
        return givenUp.get();
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.shutdownNow();
    }

    /** Whether an answer means that the message was taken in. */
    public interface Acknowledgement {
        boolean given(int status, String body);
    }

    /** A signed body on its way. */
    public record Message(URI target, Map<String, String> headers, byte[] body) {
    }
}
