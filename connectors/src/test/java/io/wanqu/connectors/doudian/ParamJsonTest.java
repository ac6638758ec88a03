package io.wanqu.connectors.doudian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParamJsonTest {

    @Test
    void sorts_keys_at_every_depth() {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("z", 1);
        inner.put("Z", 2);
        inner.put("a", 3);
        var outer = new LinkedHashMap<String, Object>();
        outer.put("size", 10);
        outer.put("list", List.of(inner));
        outer.put("page", 0);

        assertThat(ParamJson.write(outer)).isEqualTo("{\"list\":[{\"Z\":2,\"a\":3,\"z\":1}],\"page\":0,\"size\":10}");
    }

    @Test
    void drops_members_without_a_value() {
        var parameters = new HashMap<String, Object>();
        parameters.put("a", null);
        parameters.put("b", "");

        assertThat(ParamJson.write(parameters)).isEqualTo("{\"b\":\"\"}");
    }

    @Test
    void escapes_neither_markup_nor_chinese() {
        assertThat(ParamJson.write(Map.of("cert_no", "卡密<壹>&'二'/"))).isEqualTo("{\"cert_no\":\"卡密<壹>&'二'/\"}");
    }

    @Test
    void keeps_nineteen_digits() {
        assertThat(ParamJson.write(Map.of("sku_id", 6917586388057000001L))).isEqualTo("{\"sku_id\":6917586388057000001}");
        assertThat(ParamJson.read("{\"p_id\":6917586388057000001}").path("p_id").asString(""))
            .isEqualTo("6917586388057000001");
    }
}
