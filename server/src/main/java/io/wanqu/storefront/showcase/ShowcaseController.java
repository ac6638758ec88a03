package io.wanqu.storefront.showcase;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.catalog.Offers;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.ChannelSales;
import io.wanqu.storefront.StorefrontProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop says which products lead elsewhere, and reads what came of it. */
@RestController
class ShowcaseController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_MAX = 366;

    private final Showcases showcases;
    private final ChannelSales sales;
    private final Offers offers;
    private final ShopScope scope;

    ShowcaseController(Showcases showcases, ChannelSales sales, Offers offers, ShopScope scope) {
        this.showcases = showcases;
        this.sales = sales;
        this.offers = offers;
        this.scope = scope;
    }

    @PutMapping("/api/v1/showcase/{product}")
    Response put(Caller caller, @PathVariable long product, @RequestBody Request request) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var showcase = new Showcases.Showcase(product, target(request.target), request.listingChannel);
        scope.in(shop, () -> {
            showcases.put(shop, showcase);
            return showcase;
        });
        return Response.of(showcase);
    }

    @GetMapping("/api/v1/showcase")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> showcases.all(shop)).stream().map(Response::of).toList();
    }

    @DeleteMapping("/api/v1/showcase/{product}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable long product) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        if (!scope.in(shop, () -> showcases.remove(shop, product))) {
            throw new StorefrontProblem.NothingToShow();
        }
    }

    /**
     * Clicks by campaign, and beside them what the listing sold in the same days. A marketplace does not say which buyer came
     * from where, so a campaign's part of the sales is an estimate by its part of the visitors, and named so.
     */
    @GetMapping("/api/v1/showcase/report")
    List<Line> report(Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var shop = caller.must(Scope.ORDERS_READ);
        if (to.isBefore(from) || from.plusDays(DAYS_MAX).isBefore(to)) {
            throw new KernelProblem.InvalidValue("to", "a day from " + from + " on, at most " + DAYS_MAX + " days");
        }
        return scope.in(shop, () -> lines(shop, from, to));
    }

    private List<Line> lines(ShopId shop, LocalDate from, LocalDate to) {
        var counted = showcases.count(shop, from.atStartOfDay(ZONE).toInstant(), to.plusDays(1).atStartOfDay(ZONE).toInstant());
        var sold = sales.sold(shop, from, to, ZONE);
        var found = offers.find(sold.stream().map(ChannelSales.Sold::sku).toList());
        var lines = new ArrayList<Line>();
        for (var each : counted) {
            var product = each.what().product();
            var listing = showcases.find(shop, product).map(Showcases.Showcase::listing).orElse(null);
            var listed = sold.stream().filter(it -> it.channel().equals(listing) && found.containsKey(it.sku())
                    && found.get(it.sku()).product() == product).toList();
            var units = listed.stream().mapToLong(ChannelSales.Sold::units).sum();
            var minor = listed.stream().mapToLong(it -> it.salesMinor() - it.refundsMinor()).sum();
            var visitors = counted.stream().filter(it -> it.what().product() == product).mapToLong(Showcases.Clicks::visitors).sum();
            lines.add(new Line(Long.toString(product), each.what().channel(), each.what().source(), each.what().campaign(), each.clicks(),
                    each.visitors(), units, minor, Math.multiplyExact(minor, each.visitors()) / visitors));
        }
        return lines;
    }

    private static String target(@Nullable String text) {
        try {
            var uri = URI.create(Require.text("/target", text, 12, 1000));
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal, which says what would be right
        }
        throw new KernelProblem.InvalidValue("/target", "an https address");
    }

    record Request(@Nullable String target, @Nullable ChannelId listingChannel) {
    }

    record Response(String product, String target, @Nullable ChannelId listingChannel) {

        static Response of(Showcases.Showcase it) {
            return new Response(Long.toString(it.product()), it.target(), it.listing());
        }
    }

    /**
     * What came of a campaign.
     *
     * @param listingUnits        units that the listing sold in these days, from wherever its buyers came
     * @param listingMinor        for how much, less what went back
     * @param estimatedMinor      this campaign's part of it, by its part of the visitors
     */
    record Line(String product, ChannelId channel, String source, String campaign, long clicks, long visitors, long listingUnits,
            long listingMinor, long estimatedMinor) {
    }
}
