package io.wanqu.storefront.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.Json;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.bot.BotMessages.Due;
import io.wanqu.storefront.till.PickUpCode;
import io.wanqu.vault.Reveal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Says what is to be said, outside of any transaction, until it was heard; links and codes are put in on the way out. */
@Configuration(proxyBeanMethods = false)
class SendMessages {

    static final String LINK = "{link}";
    private static final Logger log = LoggerFactory.getLogger(SendMessages.class);
    private static final int BATCH = 50;
    private static final int ATTEMPTS_MAX = 12;

    private final BotMessages messages;
    private final Bots bots;
    private final BotWire wire;
    private final Reveal reveal;
    private final Words words;
    private final Clock clock;

    SendMessages(BotMessages messages, Bots bots, BotWire wire, Reveal reveal, Words words, Clock clock) {
        this.messages = messages;
        this.bots = bots;
        this.wire = wire;
        this.reveal = reveal;
        this.words = words;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sendBotMessages() {
        return Tasks.recurring("storefront.bot-messages", FixedDelay.of(Duration.ofSeconds(1))).execute((instance, context) -> sendDue());
    }

    void sendDue() {
        for (var due : messages.claim(BATCH)) {
            try {
                send(due);
            } catch (RuntimeException e) {
                log.warn("message {} of bot {} is said again later: {}", due.id(), due.channel(), e.getClass().getSimpleName());
            }
        }
    }

    private void send(Due due) {
        var bot = bots.find(due.shop(), due.channel());
        var heard = bot.map(it -> wire.call(it, due.method(), body(due))).orElse(BotWire.Heard.NEVER);
        if (heard == BotWire.Heard.PERHAPS && due.attempts() < ATTEMPTS_MAX) {
            messages.later(due, clock.instant().plusSeconds(1L << due.attempts()));
        } else {
            messages.end(due, heard == BotWire.Heard.YES);
        }
    }

    private String body(Due due) {
        if (due.order() == null) {
            return due.body();
        }
        if (due.line() == 0) {
            return due.body().replace(LINK, words.link(due));
        }
        var codes = reveal.toChannel(due.shop(), due.order().value(), due.line(), "bot/" + due.channel()).stream()
                .map(card -> card.number() == null ? card.secret().expose() : card.number().expose() + " " + card.secret().expose())
                .collect(Collectors.joining("\n"));
        var said = Json.read(due.body(), Said.class);
        return Json.write(new Said(said.chat_id, said.text + "\n" + codes));
    }

    /** A message with codes in it. */
    record Said(long chat_id, String text) {

        @Override
        public String toString() {
            return "Said[…]";
        }
    }

    /** What only shows on the way out. */
    @Component
    static class Words {

        private final Shops shops;
        private final PickUpCode codes;

        Words(Shops shops, PickUpCode codes) {
            this.shops = shops;
            this.codes = codes;
        }

        String link(Due due) {
            return codes.link(shops.byId(due.shop()), Objects.requireNonNull(due.order()));
        }
    }
}
