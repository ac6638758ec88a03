package io.wanqu.connectors.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final App APP = new App("xhsapp01", Secret.of("xhssecret01"));

    @Test
    void signs_four_values_and_the_secret() {
        assertThat(Signing.call(APP, "order.getOrderList", "1612518379")).isEqualTo("6dbfc0e2986e647fa1a7a88c7574957b");
    }

    @Test
    void signs_another_text_when_one_byte_differs() {
        var sign = Signing.call(APP, "order.getOrderList", "1612518379");

        assertThat(Signing.call(APP, "order.getOrderlist", "1612518379")).isNotEqualTo(sign);
        assertThat(Signing.call(APP, "order.getOrderList", "1612518378")).isNotEqualTo(sign);
        assertThat(Signing.call(new App("xhsapp02", APP.secret()), "order.getOrderList", "1612518379")).isNotEqualTo(sign);
    }

    /** The platform's own sample of an interface long retired has the form that its pushes still have. */
    @Test
    void signs_an_address_with_its_parameters() {
        var app = new App("xhs", Secret.of("9a539709cafc1efc9ef05838be468a28"));
        var parameters = Map.of("app-key", "xhs", "page_no", "1", "page_size", "50", "status", "0", "timestamp", "1469902537");

        assertThat(Signing.push(app, "/ark/open_api/v1/items", parameters)).isEqualTo("72be6fad4dd0e5104dbdebbcdadb2a06");
        assertThat(Signing.push(app, "/ark/open_api/v1/item", parameters)).isNotEqualTo("72be6fad4dd0e5104dbdebbcdadb2a06");
    }

    @Test
    void signs_chinese_text_as_utf_8() {
        assertThat(Signing.push(APP, "/推送", Map.of("店铺", "卡密<壹>&二"))).isEqualTo("1a6046b5be1d064e7d9ef668fb3b1cbe");
    }
}
