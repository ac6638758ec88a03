package io.wanqu.channel.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Channel;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.intake.SealedBuyers.Told;
import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.Bought.Source;
import io.wanqu.customer.BuyerSigns;
import io.wanqu.customer.Sign;
import io.wanqu.customer.Sign.Kind;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.ChannelOrderQueries.External;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what channels said of the buyers of orders, once; after that it is kept with the customer alone. */
@Component
class ChannelBuyers implements BuyerSigns {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelOrderQueries orders;
    private final SealedBuyers buyers;

    ChannelBuyers(JdbcClient jdbc, Channels channels, ChannelOrderQueries orders, SealedBuyers buyers) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.orders = orders;
        this.buyers = buyers;
    }

    @Override
    public Map<OrderId, List<Found>> of(List<Bought.Order> asked) {
        var kinds = channels.among(asked.stream().map(it -> new ChannelKey(it.shop(), it.channel())).distinct().toList()).stream()
                .collect(Collectors.toMap(Channel::key, Function.identity()));
        var externals = externals(asked.stream().filter(it -> kinds.containsKey(new ChannelKey(it.shop(), it.channel()))).toList());
        var found = new HashMap<OrderId, List<Found>>();
        if (!externals.isEmpty()) {
            read(externals).forEach((external, told) -> {
                var channel = kinds.get(new ChannelKey(external.shop(), external.channel()));
                if (channel != null) {
                    found.put(external.order(), signs(channel, told));
                }
            });
        }
        return found;
    }

    /** What was told is gone here in the same transaction. */
    @Override
    public void forget(List<Bought.Order> asked) {
        var externals = externals(asked);
        if (!externals.isEmpty()) {
            jdbc.sql("""
                    update channel.external_order
                       set buyer = null
                      from unnest(:shops, :channels, :orders) as told (shop_id, channel_id, external_order)
                     where external_order.shop_id = told.shop_id and external_order.channel_id = told.channel_id
                       and external_order.external_order = told.external_order and buyer is not null
                    """)
                .params(columns(externals).params())
                .update();
        }
    }

    private List<External> externals(List<Bought.Order> asked) {
        return asked.isEmpty() ? List.of() : orders.externals(asked.stream().map(it -> new ChannelOrderQueries.Key(it.shop(), it.order())).toList());
    }

    private Map<External, Told> read(List<External> externals) {
        var byName = externals.stream().collect(Collectors.toMap(it -> it.channel() + "/" + it.externalOrder(), Function.identity(), (one, other) -> one));
        var read = new HashMap<External, Told>();
        jdbc.sql("""
                select shop_id, channel_id, external_order, buyer
                  from unnest(:shops, :channels, :orders) as asked (shop_id, channel_id, external_order)
                  join channel.external_order using (shop_id, channel_id, external_order)
                 where buyer is not null
                """)
            .params(columns(externals).params())
            .query(row -> {
                var key = ChannelKey.of(row);
                var order = row.getString("external_order");
                var external = byName.get(key.channel() + "/" + order);
                if (external != null) {
                    read.put(external, buyers.open(key, order, row.getBytes("buyer")));
                }
            });
        return read;
    }

    private static List<Found> signs(Channel channel, Told told) {
        var realm = channel.kind() + ":" + channel.account().appKey();
        var signs = new ArrayList<Sign>();
        // A name with some of its letters hidden is many people's.
        if (told.name() != null && !told.name().contains("*")) {
            signs.add(new Sign(Kind.BUYER_OPEN_UID, realm, told.name()));
        }
        if (told.phone() != null) {
            Sign.phone(told.phone()).ifPresent(signs::add);
        }
        if (told.maskedPhone() != null) {
            Sign.phoneMask(told.maskedPhone()).ifPresent(signs::add);
        }
        if (told.addressee() != null) {
            signs.add(new Sign(Kind.OAID, realm, told.addressee()));
        }
        if (told.unionid() != null) {
            signs.add(Sign.of(Kind.UNIONID, told.unionid()));
        }
        return signs.stream().map(sign -> new Found(sign, Source.CHANNEL)).toList();
    }

    private static Columns<External> columns(List<External> externals) {
        return Columns.of(externals).longs("shops", it -> it.shop().value()).longs("channels", it -> it.channel().value())
                .texts("orders", External::externalOrder);
    }
}
