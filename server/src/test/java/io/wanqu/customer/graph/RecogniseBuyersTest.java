package io.wanqu.customer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.customer.RecogniseSales;
import io.wanqu.customer.Sign;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class RecogniseBuyersTest {

    @Autowired
    private Storefront storefront;
    @Autowired
    private Crowd crowd;
    @Autowired
    private RecogniseSales recognise;
    @Autowired
    private LinkCustomers linkCustomers;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;

    @BeforeEach
    void open() {
        shop = storefront.shop().id();
    }

    @Test
    void one_phone_number_is_one_customer_however_it_is_written() {
        var first = crowd.buys(shop, Crowd.phone("138 0013 8000"));
        var second = crowd.buys(shop, Crowd.phone("+86-13800138000"));

        var persons = crowd.persons(shop);
        assertThat(persons.get(first)).isEqualTo(persons.get(second));
        assertThat(crowd.count(shop, "customer")).isEqualTo(1);
        assertThat(crowd.count(shop, "evidence")).as("the number, and what channels would show of it").isEqualTo(2);
    }

    @Test
    void the_same_number_in_two_shops_is_two_customers() {
        var other = storefront.shop().id();
        crowd.buys(shop, Crowd.phone("13800138001"));
        crowd.buys(other, Crowd.phone("13800138001"));

        assertThat(crowd.count(shop, "customer")).isEqualTo(1);
        assertThat(crowd.count(other, "customer")).isEqualTo(1);
    }

    @Test
    void an_order_with_two_strong_signs_makes_one_person_of_their_customers() {
        var onPage = crowd.buys(shop, Crowd.phone("13800138002"));
        var onChannel = crowd.buys(shop, Crowd.name("u-2"));
        assertThat(crowd.persons(shop).get(onPage)).isNotEqualTo(crowd.persons(shop).get(onChannel));

        crowd.buys(shop, Crowd.name("u-2"), Crowd.phone("13800138002"));

        assertThat(crowd.persons(shop).values()).hasSize(3).containsOnly(crowd.persons(shop).get(onPage));
        assertThat(crowd.count(shop, "link")).isEqualTo(1);
        assertThat(audit.of(shop).clean()).isTrue();
    }

    @Test
    void a_phone_number_that_contradicts_only_suggests() {
        crowd.buys(shop, Crowd.name("u-3"), Crowd.phone("13800138003"));
        var gift = crowd.buys(shop, Crowd.name("u-3"), Crowd.phone("13900139003"));
        var friend = crowd.buys(shop, Crowd.phone("13900139003"));

        assertThat(crowd.count(shop, "link")).isEqualTo(1);
        assertThat(crowd.count(shop, "suggestion")).isEqualTo(1);
        assertThat(crowd.persons(shop).get(friend)).isNotEqualTo(crowd.persons(shop).get(gift));
    }

    @Test
    void a_masked_number_only_suggests_and_one_that_many_share_does_not_even_that() {
        crowd.buys(shop, Crowd.phone("13700131234"));
        crowd.buys(shop, Crowd.name("u-4"), Sign.phoneMask("137****1234").orElseThrow());

        assertThat(crowd.count(shop, "link")).isZero();
        assertThat(crowd.count(shop, "suggestion")).isEqualTo(1);

        for (var n = 0; n < 6; n++) {
            crowd.buys(shop, Crowd.name("cafe-" + n), Sign.of(Sign.Kind.DEVICE, "the café's"));
        }
        crowd.buys(shop, Crowd.name("cafe-7"), Sign.of(Sign.Kind.DEVICE, "the café's"));

        assertThat(jdbc.sql("select count(*) from customer.suggestion join customer.customer using (shop_id) where shop_id = :shop and kind = 'device'"
                + " and high = (select max(customer_id) from customer.customer where shop_id = :shop)")
                .param("shop", shop.value()).query(Long.class).single()).isZero();
    }

    @Test
    void what_somebody_undid_is_not_done_again_by_a_rule() {
        crowd.buys(shop, Crowd.name("u-5"), Crowd.phone("13800138005"));
        var link = jdbc.sql("select link_id from customer.link where shop_id = :shop").param("shop", shop.value()).query(Long.class).single();
        linkCustomers.unlink(shop, link, "mei");

        crowd.buys(shop, Crowd.name("u-5"), Crowd.phone("13800138005"));

        assertThat(crowd.partition(shop).values()).doesNotHaveDuplicates();
        assertThat(crowd.count(shop, "link")).isEqualTo(1);
        assertThat(audit.of(shop).clean()).isTrue();
    }

    @Test
    void a_hundred_at_once_find_one_customer_and_one_person() throws Exception {
        Together.run(100, n -> crowd.buys(shop, Crowd.name("u-6"), Crowd.phone("13800138006")));

        assertThat(crowd.count(shop, "customer")).isEqualTo(2);
        assertThat(crowd.count(shop, "link")).isEqualTo(1);
        assertThat(crowd.persons(shop)).hasSize(100);
        assertThat(crowd.partition(shop).values()).containsOnly(crowd.partition(shop).values().iterator().next());
    }

    @Test
    void an_order_told_twice_is_one_order() {
        var order = crowd.bought(shop, Crowd.phone("13800138007"));
        transaction.executeWithoutResult(status -> recognise.recognise(List.of(order)));
        transaction.executeWithoutResult(status -> recognise.recognise(List.of(order, order)));

        assertThat(crowd.count(shop, "sale")).isEqualTo(1);
        assertThat(crowd.count(shop, "customer")).isEqualTo(1);
    }
}
