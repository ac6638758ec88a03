package io.wanqu.storefront;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop opens channels of its own. */
@RestController
class OwnChannelController {

    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?|http://localhost(:\\d{1,5})?");
    private static final int ORIGINS_MAX = 20;
    private static final int NAME_MAX = 60;
    private static final int KEY_BYTES = 8;

    private final OwnChannels channels;
    private final Ids ids;
    private final ShopScope scope;
    private final Trail trail;
    private final SecureRandom random = new SecureRandom();

    OwnChannelController(OwnChannels channels, Ids ids, ShopScope scope, Trail trail) {
        this.channels = channels;
        this.ids = ids;
        this.scope = scope;
        this.trail = trail;
    }

    @PostMapping("/api/v1/own-channels")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Response> open(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        var channel = new OwnChannel(shop, new ChannelId(ids.next()), Require.present("/kind", request.kind, "one of the kinds of own channels"),
                Require.text("/name", request.name, 1, NAME_MAX), key(), origins(request.origins), request.on == null || request.on);
        scope.in(shop, () -> {
            channels.add(channel);
            trail.note(Note.of(shop, "own-channel.opened", "channel", channel.id().value()).after(Response.of(channel)));
            return channel;
        });
        return ResponseEntity.created(URI.create("/api/v1/own-channels/" + channel.id())).body(Response.of(channel));
    }

    @GetMapping("/api/v1/own-channels")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> channels.list(shop)).stream().filter(channel -> caller.sees(channel.id())).map(Response::of).toList();
    }

    /** The kind of a channel stays what it is, because its figures are those of its kind. */
    @PutMapping("/api/v1/own-channels/{channel}")
    Response change(Caller caller, @PathVariable ChannelId channel, @RequestBody Request request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> {
            var old = channels.find(shop, channel).orElseThrow(StorefrontProblem.UnknownChannel::new);
            if (request.kind != null && request.kind != old.kind()) {
                throw new KernelProblem.InvalidValue("/kind", old.kind().name());
            }
            var changed = new OwnChannel(shop, channel, old.kind(), Require.text("/name", request.name, 1, NAME_MAX), old.key(),
                    origins(request.origins), request.on == null || request.on);
            channels.change(changed);
            trail.note(Note.of(shop, "own-channel.changed", "channel", channel.value()).before(Response.of(old)).after(Response.of(changed)));
            return Response.of(changed);
        });
    }

    private static List<String> origins(@Nullable List<String> origins) {
        if (origins == null) {
            return List.of();
        }
        Require.items("/origins", origins, 0, ORIGINS_MAX);
        for (var i = 0; i < origins.size(); i++) {
            if (!ORIGIN.matcher(origins.get(i)).matches()) {
                throw new KernelProblem.InvalidValue("/origins/" + i, "a site such as https://www.example.com, without a path");
            }
        }
        return List.copyOf(origins);
    }

    private String key() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    record Request(OwnChannel.@Nullable Kind kind, @Nullable String name, @Nullable List<String> origins, @Nullable Boolean on) {
    }

    record Response(ChannelId id, OwnChannel.Kind kind, String name, String key, List<String> origins, boolean on) {

        static Response of(OwnChannel channel) {
            return new Response(channel.id(), channel.kind(), channel.name(), channel.key(), channel.origins(), channel.on());
        }
    }
}
