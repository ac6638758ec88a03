package io.wanqu.channel;

import java.time.Clock;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.intake.ReceivePush;
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

/** Where channels tell us that something changed; a message is believed by its signature. Some ask by GET whether we are there. */
@RestController
class PushController {

    private final ReceivePush receivePush;
    private final Clock clock;

    PushController(ReceivePush receivePush, Clock clock) {
        this.receivePush = receivePush;
        this.clock = clock;
    }

    @RequestMapping(path = "/api/v1/channel-pushes/{shop}/{channel}", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> receive(@PathVariable ShopId shop, @PathVariable ChannelId channel,
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        var reply = receivePush.receive(new ChannelKey(shop, channel),
                AsItCame.of(request, body, clock.instant()));
        return ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.contentType())).body(reply.body());
    }
}
