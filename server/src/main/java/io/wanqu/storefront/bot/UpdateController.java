package io.wanqu.storefront.bot;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;
import io.wanqu.storefront.StorefrontProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JacksonException;

/** Where a messenger tells what its people say; believed only with the secret that was set with the webhook. */
@Hidden
@RestController
class UpdateController {

    private final Shops shops;
    private final OwnChannels channels;
    private final Bots bots;
    private final Conversation conversation;
    private final BotMessages messages;
    private final SendMessages sendMessages;

    UpdateController(Shops shops, OwnChannels channels, Bots bots, Conversation conversation, BotMessages messages, SendMessages sendMessages) {
        this.shops = shops;
        this.channels = channels;
        this.bots = bots;
        this.conversation = conversation;
        this.messages = messages;
        this.sendMessages = sendMessages;
    }

    @PostMapping("/api/v1/bot-updates/{slug}/{channel}")
    ResponseEntity<Void> update(@PathVariable String slug, @PathVariable ChannelId channel, @RequestBody byte[] body,
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String secret) {
        var shop = shops.bySlug(slug);
        if (!bots.isSecret(shop.id(), channel, secret)) {
            throw new StorefrontProblem.ForgedUpdate();
        }
        var bot = channels.must(shop.id(), channel, OwnChannel.Kind.BOT);
        var said = said(body);
        if (said != null && messages.answer(bot, said, conversation.answer(shop, bot, said))) {
            Thread.ofVirtual().name("bot-" + channel).start(sendMessages::sendDue);
        }
        return ResponseEntity.ok().build();
    }

    /** What can't be read is thanked for, else it would be told for ever. */
    private static Update.@Nullable Said said(byte[] body) {
        try {
            return Json.read(new String(body, StandardCharsets.UTF_8), Update.class).said();
        } catch (JacksonException e) {
            return null;
        }
    }
}
