package io.wanqu.payment.rail;

import java.net.URI;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * A shop's account at a provider.
 *
 * @param channel the only channel it serves; null for all
 * @param payee   the merchant's number at the provider: what must receive the money
 * @param app     the application it is paid in; empty where the rail has none
 * @param baseUri where the provider answers; null for its own address
 * @param version rises when the keys are replaced, so that a client made from them can be kept until then
 */
public record RailAccount(Key key, String rail, @Nullable ChannelId channel, String payee, String app, Keys keys, @Nullable URI baseUri,
        long version) {

    public record Key(ShopId shop, long id) {
    }
}
