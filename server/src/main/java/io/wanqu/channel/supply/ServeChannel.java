package io.wanqu.channel.supply;

import java.util.Optional;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.account.Sessions;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.Supplier.Purchase;
import io.wanqu.connector.supply.SupplyRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a connector answer a channel's call, with the shop behind it as the supplier. */
@Component
class ServeChannel {

    private final Sessions sessions;
    private final SupplyGoods goods;
    private final SellToChannel sell;
    private final Credit credit;
    private final Watches watches;

    ServeChannel(Sessions sessions, SupplyGoods goods, SellToChannel sell, Credit credit, Watches watches) {
        this.sessions = sessions;
        this.goods = goods;
        this.sell = sell;
        this.credit = credit;
        this.watches = watches;
    }

    PushAnswer.Reply serve(ChannelKey key, SupplyRequest request) {
        var channel = sessions.receiving(key).filter(found -> found.channel().state() == Channel.State.ON)
                .orElseThrow(() -> new ChannelProblem.Unknown(key.channel()));
        return channel.session().serve(request, new ShopSupplier(channel))
                .orElseThrow(() -> new ChannelProblem.Unknown(key.channel()));
    }

    /** The shop as this one channel sees it. */
    private final class ShopSupplier implements Supplier {

        private final OpenChannel channel;
        private final ChannelKey key;

        ShopSupplier(OpenChannel channel) {
            this.channel = channel;
            this.key = channel.key();
        }

        @Override
        public long balanceMinor() {
            return credit.left(key);
        }

        @Override
        public Supplier.Page goods(@Nullable String keyword, int page, int size) {
            return goods.page(key, keyword, page, size);
        }

        @Override
        public Optional<Supplier.Goods> goods(String number) {
            return goods.find(key, number);
        }

        @Override
        public Supplied order(Purchase purchase) {
            return sell.sell(channel, purchase);
        }

        @Override
        public Optional<Supplied> find(String orderNumber) {
            return sell.find(channel, orderNumber);
        }

        @Override
        public void watch(String goodsNumber, String token, boolean on) {
            watches.set(key, SupplyGoods.item(goodsNumber), on ? token : null);
        }
    }
}
