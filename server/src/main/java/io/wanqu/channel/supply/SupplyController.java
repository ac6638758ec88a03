package io.wanqu.channel.supply;

import java.time.Clock;

import io.wanqu.channel.AsItCame;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.connector.supply.SupplyRequest;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Where channels that buy from a shop call it; each is believed by its signature, which its connector checks. */
@RestController
class SupplyController {

    private final ServeChannel serveChannel;
    private final Clock clock;

    SupplyController(ServeChannel serveChannel, Clock clock) {
        this.serveChannel = serveChannel;
        this.clock = clock;
    }

    @RequestMapping(path = "/api/v1/channel-supply/{shop}/{channel}/{*path}", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> serve(@PathVariable ShopId shop, @PathVariable ChannelId channel, @PathVariable String path,
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        var reply = serveChannel.serve(new ChannelKey(shop, channel),
                new SupplyRequest(path, AsItCame.of(request, body, clock.instant())));
        return ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.contentType())).body(reply.body());
    }
}
