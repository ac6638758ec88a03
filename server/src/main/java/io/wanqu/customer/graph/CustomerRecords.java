package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

import io.wanqu.customer.Sign;
import io.wanqu.customer.Subjects;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What speaks for customers. When it is destroyed, so is the key of each, and with it every copy of what it sealed. */
@Component
class CustomerRecords implements PersonalRecords, Subjects {

    private static final int ORDERS_MAX = 100_000;

    private final JdbcClient jdbc;
    private final PersonQueries persons;
    private final SaleTable sales;
    private final CustomerTable customers;
    private final ProgramSigns programs;
    private final Clock clock;

    CustomerRecords(JdbcClient jdbc, PersonQueries persons, SaleTable sales, CustomerTable customers, ProgramSigns programs, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.sales = sales;
        this.customers = customers;
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "customer.evidence";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subject> of(AccountId account) {
        var subjects = new ArrayList<>(List.of(Subject.platform(account)));
        var persons = new HashMap<ShopId, LinkedHashSet<Long>>();
        jdbc.sql("select distinct shop_id, person_id from customer.claim join customer.customer using (shop_id, customer_id) where account_id = :account"
                + " order by shop_id, person_id")
            .param("account", account.value())
            .query(row -> {
                persons.computeIfAbsent(new ShopId(row.getLong("shop_id")), shop -> new LinkedHashSet<>()).add(row.getLong("person_id"));
            });
        persons.forEach((shop, each) -> subjects.add(subject(account, shop, customers.members(shop, each).keySet().stream().sorted().toList())));
        return subjects;
    }

    private Subject subject(AccountId account, ShopId shop, List<Long> members) {
        var contacts = persons.evidence(shop, members).stream().map(PersonQueries.Evidence::sign)
                .filter(sign -> sign.kind() == Sign.Kind.PHONE || sign.kind() == Sign.Kind.MAIL || sign.kind() == Sign.Kind.CONTACT)
                .flatMap(sign -> sign.value().startsWith("+86") ? List.of(sign.value(), sign.value().substring(3)).stream() : List.of(sign.value()).stream())
                .distinct().toList();
        return new Subject(account, shop, members.stream().map(CustomerId::new).toList(), sales.of(shop, members, Long.MAX_VALUE, ORDERS_MAX), contacts);
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        if (subject.isPlatform()) {
            programs.of(List.of(subject.account())).getOrDefault(subject.account(), List.of())
                    .forEach(sign -> out.accept(new Proved(sign.kind().text(), sign.realm(), sign.value())));
        }
        persons.evidence(subject.shop(), members(subject)).forEach(it -> out.accept(new Known(subject.shop(), it.customer(), it.sign().kind().text(),
                it.sign().value(), it.source(), it.confidence(), it.firstSeenAt(), it.lastSeenAt())));
    }

    @Override
    public int destroy(Subject subject) {
        return subject.isPlatform() ? forgetProofs(subject.account()) : destroy(subject.shop(), members(subject));
    }

    /** All turns are taken at once and in one order, so that nobody waits for somebody who waits for him. */
    private int forgetProofs(AccountId account) {
        customers.awaitTurn(jdbc.sql("select distinct shop_id from customer.claim where account_id = :account").param("account", account.value())
            .query((row, n) -> new ShopId(row.getLong("shop_id"))).list());
        return jdbc.sql("delete from customer.proof where account_id = :account").param("account", account.value()).update();
    }

    private int destroy(ShopId shop, List<Long> members) {
        if (members.isEmpty()) {
            return 0;
        }
        customers.awaitTurn(List.of(shop));
        var ids = members.toArray(Long[]::new);
        jdbc.sql("delete from customer.sale where shop_id = :shop and customer_id = any(:members)").param("shop", shop.value()).param("members", ids).update();
        jdbc.sql("delete from customer.claim where shop_id = :shop and customer_id = any(:members)").param("shop", shop.value()).param("members", ids).update();
        jdbc.sql("update customer.customer set key = null, erased_at = :at where shop_id = :shop and customer_id = any(:members) and erased_at is null")
            .param("at", clock.instant().atOffset(UTC)).param("shop", shop.value()).param("members", ids).update();
        return jdbc.sql("delete from customer.evidence where shop_id = :shop and customer_id = any(:members)")
            .param("shop", shop.value()).param("members", ids).update();
    }

    /** A customer none of whose signs was seen since. */
    @Override
    public int expire(Instant before, int limit) {
        var old = new HashMap<ShopId, List<Long>>();
        jdbc.sql("""
                select shop_id, customer_id
                  from customer.customer
                 where erased_at is null
                   and exists (select 1 from customer.evidence where evidence.shop_id = customer.shop_id
                                  and evidence.customer_id = customer.customer_id and last_seen_at < :before)
                   and not exists (select 1 from customer.evidence where evidence.shop_id = customer.shop_id
                                      and evidence.customer_id = customer.customer_id and last_seen_at >= :before)
                 order by shop_id, customer_id
                 limit :limit
                """)
            .param("before", before.atOffset(UTC))
            .param("limit", limit)
            .query(row -> {
                old.computeIfAbsent(new ShopId(row.getLong("shop_id")), shop -> new ArrayList<>()).add(row.getLong("customer_id"));
            });
        customers.awaitTurn(old.keySet());
        old.forEach(this::destroy);
        return old.values().stream().mapToInt(List::size).sum();
    }

    private static List<Long> members(Subject subject) {
        return subject.customers().stream().map(CustomerId::value).toList();
    }

    /** @param realm the mini program that knows him so */
    private record Proved(String kind, String realm, String value) {

        @Override
        public String toString() {
            return "Proved[" + kind + "]";
        }
    }

    private record Known(ShopId shop, CustomerId customer, String kind, String value, String source, int confidence, Instant firstSeenAt,
            Instant lastSeenAt) {

        @Override
        public String toString() {
            return "Known[" + kind + "]";
        }
    }
}
