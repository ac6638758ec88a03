package io.wanqu.storefront.handoff;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.catalog.Offers;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Require;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.shop.Shops.PublicChannels;
import io.wanqu.storefront.QrPicture;
import io.wanqu.storefront.handoff.HandOff.Content;
import io.wanqu.storefront.handoff.HandOff.Line;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer leaves one channel with what he holds, and arrives in another. */
@RestController
class HandOffController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_MAX = 366;
    private static final int SECRET_MAX = 64;
    private static final int LINES_MAX = 20;

    private final Doors doors;
    private final Offers offers;
    private final PassOn passOn;
    private final HandOffTable table;
    private final ClientAddress addresses;
    private final ShopScope scope;

    HandOffController(Doors doors, Offers offers, PassOn passOn, HandOffTable table, ClientAddress addresses, ShopScope scope) {
        this.doors = doors;
        this.offers = offers;
        this.passOn = passOn;
        this.table = table;
        this.addresses = addresses;
        this.scope = scope;
    }

    @PostMapping("/api/v1/shops/{slug}/hand-offs")
    ResponseEntity<Response> give(@PathVariable String slug, @RequestBody Request request, HttpServletRequest http) {
        var shop = doors.shop(slug);
        var lines = request.lines == null ? List.<Line>of() : Require.items("/lines", request.lines, 0, LINES_MAX).stream().map(HandOffController::line).toList();
        var chat = request.chat == null ? null : Require.text("/chat", request.chat, 1, 200);
        if (lines.isEmpty() && chat == null) {
            throw new InvalidValue("/lines", "something to take along: lines, or a chat");
        }
        mustBeOf(shop, lines);
        var handOff = new HandOff(doors.channel(shop, request.channel), label("/source", request.source), label("/campaign", request.campaign),
                new Content(lines, chat));
        var given = passOn.give(shop.id(), handOff, addresses.of(http));
        var link = doors.link(shop, given.token());
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new Response(given.code(), given.codeUntil(), given.token(),
                given.linkUntil(), link, QrPicture.svg(link, shop.slug())));
    }

    /** Once: whoever comes first has it. Prices are asked for anew. */
    @PostMapping("/api/v1/shops/{slug}/hand-offs/{code}/receipt")
    ResponseEntity<Receipt> receive(@PathVariable String slug, @PathVariable String code, @RequestBody Arrival arrival, HttpServletRequest http) {
        var shop = doors.shop(slug);
        var received = passOn.receive(shop.id(), Require.text("code", code, 1, SECRET_MAX), doors.channel(shop, arrival.channel), addresses.of(http));
        var handOff = received.handOff();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Receipt(
                handOff.content().lines().stream().map(it -> new ReceiptLine(it.sku(), it.quantity())).toList(), handOff.content().chat(), handOff.from(),
                handOff.source(), handOff.campaign(), received.madeAt()));
    }

    /** How many went from one channel to another, and how many arrived. */
    @GetMapping("/api/v1/hand-offs/report")
    List<HandOffTable.Count> report(Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var shop = caller.must(Scope.ORDERS_READ);
        if (to.isBefore(from) || from.plusDays(DAYS_MAX).isBefore(to)) {
            throw new InvalidValue("to", "a day from " + from + " on, at most " + DAYS_MAX + " days");
        }
        return scope.in(shop, () -> table.count(shop, from.atStartOfDay(ZONE).toInstant(), to.plusDays(1).atStartOfDay(ZONE).toInstant()));
    }

    private static Line line(RequestLine line) {
        return new Line(Require.present("/lines/sku", line.sku, "the id of a variant"), Require.between("/lines/quantity", line.quantity, 1, 1000));
    }

    private void mustBeOf(Shop shop, List<Line> lines) {
        var found = offers.find(lines.stream().map(Line::sku).toList());
        for (var line : lines) {
            var offer = found.get(line.sku());
            if (offer == null || !offer.shop().equals(shop.id())) {
                throw new InvalidValue("/lines/sku", "a variant of this shop");
            }
        }
    }

    /** What campaigns are named with, and nothing that could name a person. */
    private static String label(String field, @Nullable String value) {
        var text = value == null ? "" : Require.text(field, value, 0, 60);
        if (!text.matches("[\\p{L}\\p{N}._ -]*")) {
            throw new InvalidValue(field, "letters, digits, dots, dashes and spaces");
        }
        return text;
    }

    /**
     * @param lines   the cart, without prices
     * @param chat    a reference by which the other channel finds the conversation
     * @param channel the public key of the own channel he leaves; the page where there is none
     */
    record Request(@Nullable List<RequestLine> lines, @Nullable String chat, @Nullable String channel, @Nullable String source,
            @Nullable String campaign) {

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    record RequestLine(@Nullable SkuId sku, @Nullable Integer quantity) {
    }

    /** @param channel the public key of the own channel he arrives in; the page where there is none */
    record Arrival(@Nullable String channel) {
    }

    /**
     * @param code  to type, for ten minutes
     * @param token what the link carries, for a day
     * @param svg   the link as a picture to scan
     */
    record Response(String code, Instant codeUntil, String token, Instant linkUntil, String link, String svg) {

        @Override
        public String toString() {
            return "Response[…]";
        }
    }

    record Receipt(List<ReceiptLine> lines, @Nullable String chat, ChannelId from, String source, String campaign, Instant madeAt) {

        @Override
        public String toString() {
            return "Receipt[…]";
        }
    }

    record ReceiptLine(SkuId sku, int quantity) {
    }

    /** Shops as strangers find them. */
    @Component
    static class Doors {

        private final Shops shops;
        private final PublicChannels channels;
        private final URI publicUrl;

        Doors(Shops shops, PublicChannels channels, PaymentSettings settings) {
            this.shops = shops;
            this.channels = channels;
            this.publicUrl = settings.publicUrl();
        }

        Shop shop(String slug) {
            return shops.bySlug(slug);
        }

        ChannelId channel(Shop shop, @Nullable String key) {
            return channels.channel(shop, key);
        }

        /** The token stands behind the #, which no server and no log ever sees. */
        String link(Shop shop, String token) {
            return publicUrl.resolve("/s/" + shop.slug() + "/hand-off") + "#" + token;
        }
    }
}
