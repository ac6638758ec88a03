package io.wanqu.kernel.privacy;

import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

/**
 * A person as one shop knows him, or, for {@link ShopId#PLATFORM}, as the platform does.
 *
 * @param contacts what he is reached by, for what is found by that alone
 */
public record Subject(AccountId account, ShopId shop, List<CustomerId> customers, List<OrderId> orders, List<String> contacts) {

    public Subject {
        customers = List.copyOf(customers);
        orders = List.copyOf(orders);
        contacts = List.copyOf(contacts);
    }

    public static Subject platform(AccountId account) {
        return new Subject(account, ShopId.PLATFORM, List.of(), List.of(), List.of());
    }

    public boolean isPlatform() {
        return shop.equals(ShopId.PLATFORM);
    }

    public long[] orderIds() {
        return orders.stream().mapToLong(OrderId::value).toArray();
    }

    @Override
    public String toString() {
        return "Subject[" + account + ", " + shop + "]";
    }
}
