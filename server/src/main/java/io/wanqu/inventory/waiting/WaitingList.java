package io.wanqu.inventory.waiting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import io.wanqu.inventory.InventoryProblem;
import io.wanqu.inventory.ReleaseStock;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.waiting.WaitingRows.Row;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A fair queue for stock that is gone: one place a person, first come first served, and walk-ins don't pass it. */
@Service
public class WaitingList {

    private final WaitingRows rows;
    private final Pools pools;
    private final ReleaseStock releaseStock;
    private final Sealing sealing;
    private final Ids ids;

    WaitingList(WaitingRows rows, Pools pools, ReleaseStock releaseStock, Sealing sealing, Ids ids) {
        this.rows = rows;
        this.pools = pools;
        this.releaseStock = releaseStock;
        this.sealing = sealing;
        this.ids = ids;
    }

    @Transactional
    public Place join(ShopId shop, ChannelId channel, PoolId poolId, int quantity, String contact) {
        var pool = lock(shop, poolId);
        var contactBytes = contact.getBytes(StandardCharsets.UTF_8);
        var row = new Row(shop, ids.next(), poolId, channel, quantity, "waiting", null);
        var person = ByteBuffer.wrap(sealing.hash(shop, "inventory.waiting", contactBytes)).getLong();
        if (!rows.add(row, person, sealing.seal(shop, "inventory.waiting/" + row.id(), contactBytes))) {
            throw new InventoryProblem.AlreadyWaiting();
        }
        pool.queue(quantity);
        pools.save(List.of(pool));
        return place(row);
    }

    @Transactional
    public Place look(ShopId shop, long id, @Nullable String token) {
        return place(open(shop, id, token));
    }

    /** Ends waits whose offer an order took up. */
    @Transactional
    public void taken(ShopId shop, Collection<Long> places) {
        rows.move(shop, places, "offered", "taken", null);
    }

    @Transactional
    public void leave(ShopId shop, long id, @Nullable String token) {
        var seen = open(shop, id, token);
        var pool = lock(shop, seen.pool());
        if (rows.move(shop, List.of(id), "waiting", "left", null) == 1) {
            pool.unqueue(seen.quantity());
            pools.save(List.of(pool));
        } else if (rows.move(shop, List.of(id), "offered", "left", null) == 1) {
            releaseStock.release(shop, List.of(id));
        }
    }

    /** Refuses whoever does not hold this place; the same answer for a place that is not there. */
    private Row open(ShopId shop, long id, @Nullable String token) {
        var right = MessageDigest.isEqual(token(shop, id).getBytes(StandardCharsets.UTF_8),
                Objects.requireNonNullElse(token, "").getBytes(StandardCharsets.UTF_8));
        return rows.find(shop, id).filter(row -> right).orElseThrow(InventoryProblem.NotWaiting::new);
    }

    /** Buyers queue where the pool is kept: two queues for one pool could not be served in one order. */
    private Pool lock(ShopId shop, PoolId pool) {
        var key = new PoolKey(shop, pool);
        var locked = pools.lock(List.of(key)).get(key);
        if (locked == null || !locked.key.equals(key)) {
            throw new InventoryProblem.UnknownPool(pool);
        }
        return locked;
    }

    private Place place(Row row) {
        return new Place(Long.toString(row.id()), token(row.shop(), row.id()), row.state(), rows.ahead(row), row.offerUntil());
    }

    private String token(ShopId shop, long id) {
        return HexFormat.of().formatHex(sealing.hash(shop, "inventory.waiting-token/" + id, new byte[0]));
    }

    /**
     * A place in the queue.
     *
     * @param token      proves whose place it is
     * @param ahead      how many wait before it
     * @param offerUntil until when the stock that came is set aside for it
     */
    public record Place(String id, String token, String state, long ahead, @Nullable Instant offerUntil) {
    }
}
