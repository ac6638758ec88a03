package io.wanqu.channel;

import java.util.List;

import io.wanqu.channel.account.Kinds;
import io.wanqu.connector.Capabilities;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of channel this server knows, and what each can do: what a page needs for its form and its matrix. */
@RestController
class KindController {

    private final Kinds kinds;

    KindController(Kinds kinds) {
        this.kinds = kinds;
    }

    @GetMapping("/api/v1/channel-kinds")
    List<KindView> list(Caller caller) {
        caller.mustSomewhere(Scope.CHANNELS_WRITE);
        return kinds.all().entrySet().stream().map(it -> new KindView(it.getKey(), it.getValue())).toList();
    }

    record KindView(String kind, Capabilities capabilities) {
    }
}
