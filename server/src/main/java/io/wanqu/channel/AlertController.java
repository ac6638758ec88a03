package io.wanqu.channel;

import java.util.List;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a shop's staff should look at, and how each of its channels is. */
@RestController
@RequestMapping("/api/v1/channels/{channel}")
class AlertController {

    private final Alerts alerts;
    private final Channels channels;
    private final ChannelHealth health;
    private final ShopScope scope;

    AlertController(Alerts alerts, Channels channels, ChannelHealth health, ShopScope scope) {
        this.alerts = alerts;
        this.channels = channels;
        this.health = health;
        this.scope = scope;
    }

    @GetMapping("/alerts")
    List<Alerts.Alert> alerts(Caller caller, @PathVariable ChannelId channel) {
        var key = ChannelKey.of(caller, channel);
        return scope.in(key.shop(), () -> alerts.open(channels.get(key).key()));
    }

    @PutMapping("/alerts/{alert}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void close(Caller caller, @PathVariable ChannelId channel, @PathVariable String alert) {
        var key = ChannelKey.of(caller, channel);
        scope.in(key.shop(), () -> {
            alerts.close(key, Id.parse("alert", alert));
            return true;
        });
    }

    @GetMapping("/health")
    ChannelHealth.View health(Caller caller, @PathVariable ChannelId channel) {
        var key = ChannelKey.of(caller, channel);
        return scope.in(key.shop(), () -> health.of(key));
    }
}
