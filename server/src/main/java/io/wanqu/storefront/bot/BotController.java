package io.wanqu.storefront.bot;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Outbound;
import io.wanqu.kernel.http.Require;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;
import io.wanqu.storefront.StorefrontProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connects a bot: keeps its token, and tells the messenger where to call and with which secret. */
@RestController
class BotController {

    private static final int SECRET_BYTES = 24;

    private final OwnChannels channels;
    private final Bots bots;
    private final BotWire wire;
    private final Shops shops;
    private final PaymentSettings settings;
    private final ShopScope scope;
    private final SecureRandom random = new SecureRandom();

    BotController(OwnChannels channels, Bots bots, BotWire wire, Shops shops, PaymentSettings settings, ShopScope scope) {
        this.channels = channels;
        this.bots = bots;
        this.wire = wire;
        this.shops = shops;
        this.settings = settings;
        this.scope = scope;
    }

    @PutMapping("/api/v1/own-channels/{channel}/bot")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void connect(Caller caller, @PathVariable ChannelId channel, @RequestBody Request request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        scope.in(shop, () -> channels.must(shop, channel, OwnChannel.Kind.BOT));
        var bot = new Bot(shop, channel, base(request.baseUri), token(request.token));
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        var url = settings.publicUrl().resolve("/api/v1/bot-updates/" + shops.byId(shop).slug() + "/" + channel);
        scope.in(shop, () -> {
            bots.put(bot, secret);
            return bot;
        });
        var told = wire.call(bot, "setWebhook", Json.write(Map.of("url", url, "secret_token", secret,
                "allowed_updates", List.of("message", "callback_query"))));
        if (told != BotWire.Heard.YES) {
            throw new StorefrontProblem.WrongChannel("a bot whose messenger takes the token");
        }
    }

    private URI base(@Nullable String text) {
        return Outbound.address("/baseUri", Require.text("/baseUri", text, 8, 200), settings.loopback());
    }

    private static String token(@Nullable String text) {
        var token = Require.text("/token", text, 10, 100);
        if (!token.matches("[A-Za-z0-9:_-]+")) {
            throw new KernelProblem.InvalidValue("/token", "the token that the messenger gave");
        }
        return token;
    }

    record Request(@Nullable String baseUri, @Nullable String token) {

        @Override
        public String toString() {
            return "Request[" + baseUri + "]";
        }
    }
}
