package io.wanqu.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.channel.account.Accounts;
import io.wanqu.channel.account.Accounts.Connection;
import io.wanqu.channel.account.Accounts.Grant;
import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.Channel.Trouble;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.intake.PollOrders;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Outbound;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's channels, for its staff. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

    private final Accounts accounts;
    private final Channels channels;
    private final PollOrders pollOrders;
    private final Ids ids;
    private final ChannelSettings settings;
    private final ShopScope scope;

    ChannelController(Accounts accounts, Channels channels, PollOrders pollOrders, Ids ids, ChannelSettings settings, ShopScope scope) {
        this.accounts = accounts;
        this.channels = channels;
        this.pollOrders = pollOrders;
        this.ids = ids;
        this.settings = settings;
        this.scope = scope;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    Response connect(Caller caller, @RequestBody ConnectRequest request) {
        var key = new ChannelKey(caller.must(Scope.CHANNELS_WRITE), new ChannelId(ids.next()));
        return Response.of(accounts.connect(key, request.connection(settings.loopback())));
    }

    @GetMapping
    List<Response> list(Caller caller) {
        var shop = caller.mustSomewhere(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> channels.of(shop)).stream().filter(channel -> caller.sees(channel.key().channel())).map(Response::of).toList();
    }

    @GetMapping("/{channel}")
    Response get(Caller caller, @PathVariable ChannelId channel) {
        return Response.of(found(key(caller, channel)));
    }

    /** New means after the channel refused the old ones. */
    @PutMapping("/{channel}/authorisation")
    @Idempotent
    Response reconnect(Caller caller, @PathVariable ChannelId channel, @RequestBody AuthoriseRequest request) {
        var secret = request.appSecret;
        return Response.of(accounts.reconnect(found(key(caller, channel)).key(), secret == null ? null : Secret.of(secret),
                fields(request.fields), grant(request.code, request.tokens)));
    }

    @PutMapping("/{channel}/pause")
    @Idempotent
    Response pause(Caller caller, @PathVariable ChannelId channel) {
        return Response.of(scope.in(caller.shop(), () -> accounts.pause(key(caller, channel))));
    }

    @DeleteMapping("/{channel}/pause")
    @Idempotent
    Response resume(Caller caller, @PathVariable ChannelId channel) {
        return Response.of(scope.in(caller.shop(), () -> accounts.resume(key(caller, channel))));
    }

    /** Reads changed orders now rather than when the next run is due. */
    @PostMapping("/{channel}/poll")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent
    Response poll(Caller caller, @PathVariable ChannelId channel) {
        var found = found(key(caller, channel));
        if (found.state() != Channel.State.ON) {
            throw new ChannelProblem.NotOn(channel, found.state().text());
        }
        pollOrders.dueNow(found.key());
        return Response.of(found);
    }

    private Channel found(ChannelKey key) {
        return scope.in(key.shop(), () -> channels.get(key));
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    private static Map<String, Secret> fields(@Nullable Map<String, String> given) {
        var fields = new TreeMap<String, Secret>();
        (given == null ? Map.<String, String>of() : given).forEach((name, value) ->
                fields.put(name, Secret.of(Require.text("/fields/" + name, value, 0, 2_000))));
        return fields;
    }

    private static @Nullable Grant grant(@Nullable String code, @Nullable TokensRequest tokens) {
        if (code != null && !code.isBlank()) {
            return new Grant.Code(Secret.of(code));
        }
        return tokens == null ? null : new Grant.Pair(new Tokens.Pair(
                Secret.of(Require.text("/tokens/access", tokens.access, 1, 2_000)),
                Secret.of(Require.text("/tokens/refresh", tokens.refresh, 1, 2_000)), tokens.accessEndsAt, tokens.refreshEndsAt));
    }

    record ConnectRequest(@Nullable String kind, @Nullable String name, @Nullable String baseUri, @Nullable String appKey,
            @Nullable String appSecret, @Nullable String externalShop, @Nullable Map<String, String> fields,
            @Nullable String code, @Nullable TokensRequest tokens) {

        Connection connection(boolean loopback) {
            return new Connection(Require.text("/kind", kind, 1, 40), Require.text("/name", name, 1, 100),
                    new Channel.Account(Outbound.address("/baseUri", Require.text("/baseUri", baseUri, 8, 500), loopback).toString(), Require.text("/appKey", appKey, 1, 200),
                            Require.text("/externalShop", externalShop, 1, 200)),
                    Secret.of(Require.text("/appSecret", appSecret, 1, 500)), ChannelController.fields(fields), grant(code, tokens));
        }

        @Override
        public String toString() {
            return "ConnectRequest[" + kind + ", " + name + "]";
        }
    }

    record AuthoriseRequest(@Nullable String appSecret, @Nullable Map<String, String> fields, @Nullable String code,
            @Nullable TokensRequest tokens) {

        @Override
        public String toString() {
            return "AuthoriseRequest";
        }
    }

    record TokensRequest(@Nullable String access, @Nullable String refresh, @Nullable Instant accessEndsAt,
            @Nullable Instant refreshEndsAt) {

        @Override
        public String toString() {
            return "TokensRequest";
        }
    }

    /** @param pushPath where the channel is to send its messages */
    record Response(ChannelId id, String kind, String name, String state, String baseUri, String appKey, String externalShop,
            String pushPath, @Nullable Instant ordersReadUntil, int failures, Channel.@Nullable Trouble lastTrouble) {

        static Response of(Channel channel) {
            var account = channel.account();
            return new Response(channel.key().channel(), channel.kind(), channel.name(), channel.state().text(), account.baseUri(),
                    account.appKey(), account.externalShop(),
                    "/api/v1/channel-pushes/" + channel.key().shop() + "/" + channel.key().channel(),
                    channel.ordersUntil(), channel.failures(), channel.trouble());
        }
    }
}
