package io.wanqu.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void texts_and_attributes_are_escaped() {
        var html = new Html().open("a", "href", "/x?a=1&b=\"'<>", "title", "").text("<b>&amp;").close("a");

        assertThat(html).hasToString("<a href=\"/x?a=1&amp;b=&quot;&#39;&lt;&gt;\">&lt;b&gt;&amp;amp;</a>");
    }

    @Test
    void data_cannot_end_its_block() {
        assertThat(new Html().data("application/json", "d", "{\"a\":\"</script><!--\u2028&\"}"))
                .hasToString("<script type=\"application/json\" id=\"d\">{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u2028\\u0026\"}</script>");
    }

    @Test
    void a_form_is_chosen_by_what_is_accepted() {
        var file = new BuiltFile("shop/a.js", "text/javascript", "1", List.of("br", "gzip"));

        assertThat(file.formFor(null)).isEmpty();
        assertThat(file.formFor("GZIP;q=1, BR")).isEqualTo("br");
        assertThat(file.formFor("br;q=0.0, gzip")).isEqualTo("gzip");
        assertThat(file.formFor("*")).isEmpty();
    }
}
