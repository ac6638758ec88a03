package io.wanqu.channel.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Sessions;
import io.wanqu.channel.intake.Inbox.Hint;
import io.wanqu.channel.queue.Wake;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.kernel.GroupCommit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes a channel's message: checks it, writes down which order it names, and thanks. Reading the order comes later. */
@Component
public class ReceivePush implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ReceivePush.class);
    private static final int LANES = 2;
    private static final int BATCH_MAX = 200;

    private final Sessions sessions;
    private final Inbox inbox;
    private final Wake wake;
    private final Clock clock;
    private final GroupCommit<Hint, Boolean> store;

    ReceivePush(Sessions sessions, Inbox inbox, Wake wake, Clock clock) {
        this.sessions = sessions;
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
        this.store = new GroupCommit<>("channel-inbox", LANES, BATCH_MAX, inbox::add);
    }

    /** Refuses a forged message and keeps nothing of it. */
    public PushAnswer.Reply receive(ChannelKey key, PushRequest request) {
        var channel = sessions.receiving(key).orElseThrow(() -> new ChannelProblem.Unknown(key.channel()));
        return switch (channel.session().receive(request)) {
            case PushAnswer.Accepted accepted -> {
                keep(channel, accepted.notices());
                yield accepted.reply();
            }
            case PushAnswer.Refused refused -> {
                log.warn("channel {}: push refused: {}", key, refused.reason());
                throw new ChannelProblem.ForgedPush();
            }
        };
    }

    /**
     * Writes messages down; one that names another shop goes to that shop's account of the same application, and nowhere
     * if there is none.
     */
    void keep(OpenChannel channel, List<PushNotice> notices) {
        var hints = new ArrayList<Hint>();
        for (var notice : notices) {
            addressee(channel, notice.shopId()).ifPresent(key ->
                    hints.add(new Hint(key, message(notice), notice.topic(), notice.orderId(), clock.instant())));
        }
        var news = hints.size() == 1 ? store.submit(hints.getFirst())
                : !hints.isEmpty() && inbox.add(hints).contains(true);
        if (news) {
            wake.now();
        }
    }

    private Optional<ChannelKey> addressee(OpenChannel channel, @Nullable String shop) {
        return shop == null || shop.equals(channel.channel().account().externalShop()) ? Optional.of(channel.key())
                : sessions.sibling(channel, shop).map(OpenChannel::key);
    }

    /** A message without a number of its own is known by its content. */
    private static String message(PushNotice notice) {
        return notice.messageId().isEmpty()
                ? "content:" + UUID.nameUUIDFromBytes((notice.topic() + notice.raw()).getBytes(StandardCharsets.UTF_8))
                : notice.messageId();
    }

    @Override
    public void destroy() {
        store.close();
    }
}
