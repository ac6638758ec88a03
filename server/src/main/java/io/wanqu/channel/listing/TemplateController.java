package io.wanqu.channel.listing;

import java.time.Clock;
import java.util.List;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.listing.Templates.Template;
import io.wanqu.channel.queue.Wake;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What offers are made from; a change brings every offer made from it up to date. */
@RestController
@RequestMapping("/api/v1/content-templates")
class TemplateController {

    private static final int NAME_MAX = 60;

    private final Templates templates;
    private final ChannelOffers offers;
    private final Wake wake;
    private final Ids ids;
    private final ShopScope scope;
    private final Clock clock;

    TemplateController(Templates templates, ChannelOffers offers, Wake wake, Ids ids, ShopScope scope, Clock clock) {
        this.templates = templates;
        this.offers = offers;
        this.wake = wake;
        this.ids = ids;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping
    List<Template> list(Caller caller) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> templates.of(shop));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    Template add(Caller caller, @RequestBody Request request) {
        return write(caller.must(Scope.CHANNELS_WRITE), ids.next(), request, caller.name());
    }

    @PutMapping("/{id}")
    Template change(Caller caller, @PathVariable long id, @RequestBody Request request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        return scope.in(shop, () -> {
            templates.find(shop, id).orElseThrow(() -> new ChannelProblem.UnknownTemplate(id));
            return write(shop, id, request, caller.name());
        });
    }

    private Template write(ShopId shop, long id, Request request, String by) {
        var name = Require.text("/name", request.name, 1, NAME_MAX);
        var content = Require.present("/content", request.content, "what offers are made from").checked("/content");
        return scope.in(shop, () -> {
            if (!templates.put(shop, id, name, content, by)) {
                throw new ChannelProblem.TemplateNameTaken(name);
            }
            offers.templateChanged(shop, id, clock.instant());
            wake.afterCommit();
            return templates.find(shop, id).orElseThrow();
        });
    }

    record Request(@Nullable String name, @Nullable Content content) {
    }
}
