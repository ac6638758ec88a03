package io.wanqu.channel;

import java.time.Clock;
import java.util.Collections;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.intake.ReceivePush;
import io.wanqu.connector.PushRequest;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where channels tell us that something changed; a message is believed by its signature. */
@RestController
class PushController {

    private final ReceivePush receivePush;
    private final Clock clock;

    PushController(ReceivePush receivePush, Clock clock) {
        this.receivePush = receivePush;
        this.clock = clock;
    }

    @PostMapping("/api/v1/channel-pushes/{shop}/{channel}")
    ResponseEntity<String> receive(@PathVariable ShopId shop, @PathVariable ChannelId channel,
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        var headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name, request::getHeader, (first, second) -> first));
        var query = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey(), each -> each.getValue()[0]));
        var reply = receivePush.receive(new ChannelKey(shop, channel),
                new PushRequest(headers, query, body == null ? new byte[0] : body, clock.instant()));
        return ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.contentType())).body(reply.body());
    }
}
