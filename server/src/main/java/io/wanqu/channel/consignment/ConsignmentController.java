package io.wanqu.channel.consignment;

import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Kinds;
import io.wanqu.channel.queue.Wake;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards handed to a channel before they are sold, and taken back. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/consignments")
class ConsignmentController {

    private static final int COUNT_MAX = 10_000;

    private final ConsignCards consignCards;
    private final Consignments consignments;
    private final Channels channels;
    private final Kinds kinds;
    private final Wake wake;
    private final ShopScope scope;

    ConsignmentController(ConsignCards consignCards, Consignments consignments, Channels channels, Kinds kinds, Wake wake, ShopScope scope) {
        this.consignCards = consignCards;
        this.consignments = consignments;
        this.channels = channels;
        this.kinds = kinds;
        this.wake = wake;
        this.scope = scope;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Idempotent
    Consignments.View begin(Caller caller, @PathVariable ChannelId channel, @RequestBody ConsignRequest request) {
        var key = key(caller, channel);
        var sku = Require.present("/sku", request.sku, "the id of a SKU");
        var count = request.count == null ? 0 : request.count;
        if (count < 1 || count > COUNT_MAX) {
            throw new InvalidValue("/count", "from 1 to " + COUNT_MAX);
        }
        var begun = scope.in(key.shop(), () -> {
            var found = channels.get(key);
            if (!kinds.capabilities(found.kind()).cards().consigns()) {
                throw new ChannelProblem.KeepsNoCards(found.kind());
            }
            return view(key, consignCards.begin(key, sku, count, caller.name()));
        });
        wake.now();
        return begun;
    }

    @GetMapping
    List<Consignments.View> list(Caller caller, @PathVariable ChannelId channel, @RequestParam(defaultValue = "50") int limit) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> consignments.list(channels.get(key).key(), Math.clamp(limit, 1, Page.LIMIT_MAX)));
    }

    /** The caller answers for it that the channel shows these codes no more; a code that is sold there afterwards raises an alert. */
    @PostMapping("/{consignment}/recall")
    @Idempotent
    Consignments.View recall(Caller caller, @PathVariable ChannelId channel, @PathVariable String consignment,
            @RequestBody RecallRequest request) {
        var key = key(caller, channel);
        if (!Boolean.TRUE.equals(request.removedThere)) {
            throw new InvalidValue("/removedThere", "true, once the codes were removed at the channel");
        }
        var id = Id.parse("consignment", consignment);
        return scope.in(key.shop(), () -> {
            consignCards.takeBack(key, id);
            return view(key, id);
        });
    }

    private Consignments.View view(ChannelKey key, long consignment) {
        return consignments.find(key, consignment).orElseThrow(() -> new ChannelProblem.UnknownConsignment(consignment));
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    record ConsignRequest(@Nullable SkuId sku, @Nullable Integer count) {
    }

    record RecallRequest(@Nullable Boolean removedThere) {
    }
}
