package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.wanqu.customer.Bought.Source;
import io.wanqu.customer.Sign;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.evidence table: what speaks for whom. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EvidenceTable {

    /** A device that more customers than this have used is a café's, and says nothing. */
    private static final int SHARED_BY_MAX = 5;

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom strong signs name. */
    Map<Key, Long> owners(Collection<Key> keys) {
        var owners = new HashMap<Key, Long>();
        jdbc.sql("""
                select evidence.shop_id, evidence.kind, evidence.hash, customer_id
                  from unnest(:shops, :kinds, :hashes) as asked (shop_id, kind, hash)
                  join customer.evidence using (shop_id, kind, hash)
                 where strong
                """)
            .params(columns(List.copyOf(keys)).params())
            .query(row -> {
                owners.put(new Key(new ShopId(row.getLong("shop_id")), Sign.Kind.of(row.getString("kind")), ByteBuffer.wrap(row.getBytes("hash"))),
                        row.getLong("customer_id"));
            });
        return owners;
    }

    void seen(Collection<Key> keys, Instant at) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update customer.evidence
                   set last_seen_at = :at
                  from unnest(:shops, :kinds, :hashes) as asked (shop_id, kind, hash)
                 where evidence.shop_id = asked.shop_id and evidence.kind = asked.kind and evidence.hash = asked.hash
                   and strong and last_seen_at < :at
                """)
            .params(columns(List.copyOf(keys)).and("at", at.atOffset(UTC)).params())
            .update();
    }

    /** Of weak signs, those that a customer was already seen with. */
    Set<Weak> known(Collection<Weak> weak) {
        var known = new HashSet<Weak>();
        jdbc.sql("""
                select evidence.shop_id, evidence.customer_id, evidence.kind, evidence.hash
                  from unnest(:shops, :customers, :kinds, :hashes) as asked (shop_id, customer_id, kind, hash)
                  join customer.evidence using (shop_id, customer_id, kind, hash)
                """)
            .params(Columns.of(List.copyOf(weak)).longs("shops", it -> it.key.shop.value()).longs("customers", Weak::customer)
                    .texts("kinds", it -> it.key.kind.text()).bytes("hashes", it -> it.key.hash.array()).params())
            .query(row -> {
                known.add(new Weak(row.getLong("customer_id"), new Key(new ShopId(row.getLong("shop_id")), Sign.Kind.of(row.getString("kind")),
                        ByteBuffer.wrap(row.getBytes("hash")))));
            });
        return known;
    }

    void add(List<Row> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customer.evidence
                       (shop_id, evidence_id, customer_id, kind, realm, strong, hash, sealed, source, confidence, first_seen_at, last_seen_at)
                select shop_id, evidence_id, customer_id, kind, realm, strong, hash, sealed, source, confidence, :at, :at
                  from unnest(:shops, :ids, :customers, :kinds, :realms, :strong, :hashes, :sealed, :sources, :confidences)
                    as row (shop_id, evidence_id, customer_id, kind, realm, strong, hash, sealed, source, confidence)
                    on conflict do nothing
                """)
            .params(Columns.of(rows).longs("shops", it -> it.of.shop().value()).longs("ids", Row::id).longs("customers", it -> it.of.customer())
                    .texts("kinds", it -> it.sign.kind().text()).texts("realms", it -> it.sign.realm())
                    .booleans("strong", it -> it.sign.kind().strong()).bytes("hashes", Row::hash).bytes("sealed", Row::sealed)
                    .texts("sources", it -> it.source.name().toLowerCase(Locale.ROOT)).ints("confidences", it -> it.sign.kind().confidence())
                    .and("at", at.atOffset(UTC)).params())
            .update();
    }

    /** Other customers who share these weak signs; none where a sign is shared by many. */
    List<Shared> shared(List<Row> rows) {
        return jdbc.sql("""
                select mine.shop_id, mine.customer_id as one, other.customer_id as other, mine.kind
                  from unnest(:shops, :customers, :kinds, :hashes) as mine (shop_id, customer_id, kind, hash)
                 cross join lateral (
                       select customer_id, count(*) over () as sharers
                         from (select customer_id
                                 from customer.evidence
                                where evidence.shop_id = mine.shop_id and evidence.kind = mine.kind and evidence.hash = mine.hash
                                  and not strong
                                limit :enough) as few) as other
                 where other.customer_id <> mine.customer_id and sharers < :enough
                """)
            .params(Columns.of(rows).longs("shops", it -> it.of.shop().value()).longs("customers", it -> it.of.customer())
                    .texts("kinds", it -> it.sign.kind().text()).bytes("hashes", Row::hash).and("enough", SHARED_BY_MAX + 1).params())
            .query((row, n) -> new Shared(new ShopId(row.getLong("shop_id")), row.getLong("one"), row.getLong("other"), row.getString("kind")))
            .list();
    }

    /** Whether both persons have signs of which a person has one in each realm, and not the same. */
    boolean contradict(ShopId shop, long person, long other) {
        return jdbc.sql("""
                with sign as materialized (
                    select person_id, kind, realm, hash
                      from customer.customer
                      join customer.evidence using (shop_id, customer_id)
                     where shop_id = :shop and person_id in (:person, :other) and kind in ('phone', 'buyer_open_uid', 'openid', 'unionid', 'chat'))
                select exists (select 1
                                 from sign as mine
                                 join sign as his using (kind, realm)
                                where mine.person_id = :person and his.person_id = :other and mine.hash <> his.hash)
                """)
            .param("shop", shop.value())
            .param("person", person)
            .param("other", other)
            .query(Boolean.class)
            .single();
    }

    private static Columns<Key> columns(List<Key> keys) {
        return Columns.of(keys).longs("shops", it -> it.shop.value()).texts("kinds", it -> it.kind.text()).bytes("hashes", it -> it.hash.array());
    }

    /** A sign as it is looked for. */
    record Key(ShopId shop, Sign.Kind kind, ByteBuffer hash) {

        static Key of(ShopId shop, Sign sign, Sealing sealing) {
            return new Key(shop, sign.kind(), ByteBuffer.wrap(sign.hash(sealing)));
        }
    }

    record Weak(long customer, Key key) {
    }

    record Row(Of of, long id, Sign sign, byte[] hash, byte[] sealed, Source source) {
    }

    record Shared(ShopId shop, long one, long other, String kind) {
    }
}
