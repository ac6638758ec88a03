package io.wanqu.storefront.bot;

import java.nio.charset.StandardCharsets;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.SealedColumn;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chats and what is said in them, unreadable at rest. */
@Component
class SealedChats {

    private static final String ORDER = "storefront.bot_order";
    private static final String MESSAGE = "storefront.bot_message";

    private final Sealing sealing;

    SealedChats(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] sealChat(ShopId shop, OrderId order, long chat) {
        return seal(shop, ORDER + "/" + order, Long.toString(chat));
    }

    long openChat(ShopId shop, OrderId order, byte[] sealed) {
        return Long.parseLong(open(shop, ORDER + "/" + order, sealed));
    }

    byte[] sealBody(ShopId shop, long message, String body) {
        return seal(shop, MESSAGE + "/" + message, body);
    }

    String openBody(ShopId shop, long message, byte[] sealed) {
        return open(shop, MESSAGE + "/" + message, sealed);
    }

    private byte[] seal(ShopId shop, String row, String text) {
        return sealing.seal(shop, row, text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(ShopId shop, String row, byte[] sealed) {
        return new String(sealing.open(shop, row, sealed), StandardCharsets.UTF_8);
    }

    /** For when the shop's key changes. */
    @Configuration(proxyBeanMethods = false)
    static class Sealed {

        @Bean
        SealedColumn sealedBotChats(JdbcClient jdbc, Sealing sealing) {
            return new SealedColumn(jdbc, sealing, ORDER, "order_id", "chat");
        }

        @Bean
        SealedColumn sealedBotMessages(JdbcClient jdbc, Sealing sealing) {
            return new SealedColumn(jdbc, sealing, MESSAGE, "message_id", "body");
        }
    }
}
