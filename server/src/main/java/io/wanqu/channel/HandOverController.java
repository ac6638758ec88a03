package io.wanqu.channel;

import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.writeback.HandOvers;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The work list of what a person hands over at the channel. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/hand-overs")
class HandOverController {

    private final HandOvers handOvers;
    private final Channels channels;
    private final ShopScope scope;

    HandOverController(HandOvers handOvers, Channels channels, ShopScope scope) {
        this.handOvers = handOvers;
        this.channels = channels;
        this.scope = scope;
    }

    @GetMapping
    List<HandOvers.HandOver> list(Caller caller, @PathVariable ChannelId channel, @RequestParam(defaultValue = "50") int limit) {
        var key = ChannelKey.of(caller, channel);
        return scope.in(key.shop(), () -> handOvers.open(channels.get(key).key(), Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    @PostMapping("/{order}/{line}/handed-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void done(Caller caller, @PathVariable ChannelId channel, @PathVariable OrderId order, @PathVariable int line) {
        var key = ChannelKey.of(caller, channel);
        if (!scope.in(key.shop(), () -> handOvers.done(key, order, line, caller.name()))) {
            throw new ChannelProblem.NotByHand(order, line);
        }
    }
}
