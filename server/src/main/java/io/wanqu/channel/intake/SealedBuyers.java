package io.wanqu.channel.intake;

import java.nio.charset.StandardCharsets;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.intake.Sighting.State;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a channel tells of a buyer, sealed with the shop's key and bound to the order. */
@Component
class SealedBuyers {

    private final Sealing sealing;

    SealedBuyers(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Nothing for an order that is not taken: nobody would come for it. */
    byte @Nullable [] sealed(ChannelKey key, Sighting sighting) {
        var order = sighting.order();
        var told = new Told(order.buyer(), order.reach().phone(), order.reach().maskedPhone(), order.reach().addressee(),
                order.reach().unionid());
        return sighting.state() != State.TAKEN || told.empty() ? null
                : sealing.seal(key.shop(), row(key, order.externalOrderId()), Json.write(told).getBytes(StandardCharsets.UTF_8));
    }

    Told open(ChannelKey key, String order, byte[] sealed) {
        return Json.read(new String(sealing.open(key.shop(), row(key, order), sealed), StandardCharsets.UTF_8), Told.class);
    }

    private static String row(ChannelKey key, String order) {
        return "channel.external_order/" + key.channel() + "/" + order;
    }

    record Told(@Nullable String name, @Nullable String phone, @Nullable String maskedPhone, @Nullable String addressee,
            @Nullable String unionid) {

        boolean empty() {
            return name == null && phone == null && maskedPhone == null && addressee == null && unionid == null;
        }

        @Override
        public String toString() {
            return "Told[…]";
        }
    }
}
