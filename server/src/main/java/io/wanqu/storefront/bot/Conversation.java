package io.wanqu.storefront.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.wanqu.catalog.Offers;
import io.wanqu.catalog.shelf.ListAsk;
import io.wanqu.catalog.shelf.Shelf;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.payment.Rails;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Quote;
import io.wanqu.shop.Shop;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.bot.Reply.Button;

import org.springframework.stereotype.Component;

/** Leads from the list of products over a price to an order. What a button sends back is checked like any stranger's word. */
@Component
class Conversation {

    private static final Pattern PRODUCT = Pattern.compile("p:(\\d{1,18})");
    private static final Pattern SKU = Pattern.compile("s:(\\d{1,18}):(\\d{1,3})");
    private static final Pattern ORDER = Pattern.compile("o:(\\d{1,18}):(\\d{1,3}):(\\d{1,13})");
    private static final int PRODUCTS = 20;

    private final Shelf shelf;
    private final Offers offers;
    private final Quote quote;
    private final PlaceOrders placeOrders;
    private final Rails rails;

    Conversation(Shelf shelf, Offers offers, Quote quote, PlaceOrders placeOrders, Rails rails) {
        this.shelf = shelf;
        this.offers = offers;
        this.quote = quote;
        this.placeOrders = placeOrders;
        this.rails = rails;
    }

    /** Saying the same twice gives the same order. */
    Reply answer(Shop shop, OwnChannel bot, Update.Said said) {
        try {
            shop.mustBeOpen();
            var product = PRODUCT.matcher(said.data());
            var sku = SKU.matcher(said.data());
            var order = ORDER.matcher(said.data());
            if (product.matches()) {
                return variants(shop, Long.parseLong(product.group(1)), said.chinese());
            }
            if (sku.matches()) {
                return price(shop, bot, new SkuId(Long.parseLong(sku.group(1))), Integer.parseInt(sku.group(2)), said.chinese());
            }
            if (order.matches()) {
                return order(shop, bot, said, new PlaceAsk.Line(new SkuId(Long.parseLong(order.group(1))), Integer.parseInt(order.group(2)),
                        List.of()), Long.parseLong(order.group(3)));
            }
            return list(shop, said.chinese());
        } catch (Problem refusal) {
            return new Reply(said.chinese() ? "暂时无法办理（" + refusal.code() + "）。" : "That is not possible now (" + refusal.code() + ").",
                    List.of(back(said.chinese())));
        }
    }

    private Reply list(Shop shop, boolean chinese) {
        var page = shelf.list(shop, ListAsk.first(PRODUCTS)).items();
        return new Reply(chinese ? shop.name() + "：请选择商品" : shop.name() + ": choose a product",
                page.stream().map(it -> new Button(it.title(), "p:" + it.id())).toList());
    }

    private Reply variants(Shop shop, long product, boolean chinese) {
        var found = shelf.find(shop, product);
        var buttons = new ArrayList<Button>();
        found.skus().forEach(sku -> buttons.add(new Button((sku.title().isEmpty() ? found.title() : sku.title()) + " " + text(sku.price()),
                "s:" + sku.id() + ":1")));
        buttons.add(back(chinese));
        return new Reply(found.title() + "\n" + found.description(), buttons);
    }

    private Reply price(Shop shop, OwnChannel bot, SkuId sku, int quantity, boolean chinese) {
        var offer = offers.find(List.of(sku)).get(sku);
        if (offer == null || !offer.shop().equals(shop.id()) || !offer.onSale() || quantity < 1 || quantity > offer.perOrderMax()) {
            return list(shop, chinese);
        }
        var amount = quote.quote(List.of(new Ask(offer, bot.id(), quantity))).getFirst().amount();
        var buttons = new ArrayList<Button>();
        buttons.add(new Button(chinese ? "下单" : "Order", "o:" + sku + ":" + quantity + ":" + amount.minor()));
        if (quantity < offer.perOrderMax()) {
            buttons.add(new Button("+1", "s:" + sku + ":" + (quantity + 1)));
        }
        buttons.add(back(chinese));
        return new Reply(offer.name() + " × " + quantity + " = " + text(amount), buttons);
    }

    private Reply order(Shop shop, OwnChannel bot, Update.Said said, PlaceAsk.Line line, long totalMinor) {
        var rail = rails.offered(shop.id(), bot.id()).getFirst();
        var who = "bot-" + bot.id() + "-" + said.chat();
        var ask = new PlaceAsk(shop.id(), bot.id(), List.of(line), new PlaceAsk.Buyer(who, null, null, who), rail, totalMinor,
                "bot-" + bot.id() + "-" + said.update(), null);
        return switch (placeOrders.place(ask)) {
            case Placed placed -> new Reply(said.chinese() ? "订单 " + placed.order() + "，请付款 " + text(placed.total())
                    : "Order " + placed.order() + ", please pay " + text(placed.total()),
                    List.of(new Button(said.chinese() ? "去付款" : "Pay", "")), placed.order());
            case Refused refused -> throw refused.why();
        };
    }

    private static Button back(boolean chinese) {
        return new Button(chinese ? "全部商品" : "All products", "l");
    }

    private static String text(Money money) {
        return money.toString();
    }
}
