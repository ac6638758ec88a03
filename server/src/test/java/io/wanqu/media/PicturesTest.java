package io.wanqu.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class PicturesTest {

    @Autowired
    private Api api;

    @Autowired
    private Storefront storefront;

    @Autowired
    private StorePicture storePicture;

    @Autowired
    private Pictures pictures;

    @Autowired
    private ForgetUnused forgetUnused;

    @Autowired
    private ShopScope scope;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;
    private String token;

    @BeforeEach
    void open() {
        shop = storefront.shop();
        token = api.tokenForAll(shop);
    }

    @Test
    void takes_a_picture_in_and_draws_it_in_four_widths() throws IOException {
        var answer = api.upload("/api/v1/media", token, "image/png", PictureFile.of("png", 1_000, 500, Color.GREEN));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("widths").toString()).isEqualTo("[200,400,800,1000]");
        assertThat(answer.json().path("height").asInt()).isEqualTo(500);
        var hash = answer.json().path("hash").asString();
        assertThat(image(own(hash, 400)).getHeight()).isEqualTo(200);
        assertThat(new Color(image(own(hash, 1_600)).getRGB(900, 400)).getGreen()).isGreaterThan(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void takes_the_usual_formats(String format) {
        assertThat(store(PictureFile.of(format, 30, 20, Color.GREEN)).widths()).containsExactly(30);
    }

    @Test
    void takes_webp() {
        assertThat(store(PictureFile.WEBP).width()).isEqualTo(1);
    }

    @Test
    void leaves_nothing_of_what_a_camera_wrote_and_turns_the_picture_upright() throws IOException {
        var picture = store(PictureFile.turned(60, 40));

        var kept = own(picture.hash(), 60);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(60);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Long Street", "Exif");
        assertThat(new Color(image(kept).getRGB(35, 5)).getRed()).isGreaterThan(200);
    }

    @Test
    void knows_the_same_picture_again() throws Exception {
        var file = PictureFile.of("png", 50, 50, Color.ORANGE);

        var stored = Together.run(20, n -> store(file));

        assertThat(stored.stream().distinct()).hasSize(1);
        assertThat(rows("picture")).isEqualTo(1);
        assertThat(rows("rendition")).isEqualTo(1);
    }

    @Test
    void refuses_a_small_file_that_would_fill_the_memory() {
        var answer = api.upload("/api/v1/media", token, "image/png", PictureFile.promising(15_000, 15_000));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("media.too-many-pixels");
        assertThat(answer.json().path("width").asInt()).isEqualTo(15_000);
        assertThat(rows("picture")).isZero();
    }

    @Test
    void refuses_a_broken_picture_and_what_only_claims_to_be_one() {
        var whole = PictureFile.of("jpeg", 300, 300, Color.GREEN);
        var zeros = new byte[1_000];

        assertThat(refusalOf(Arrays.copyOf(whole, 100))).isEqualTo("media.unreadable");
        assertThat(refusalOf("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("media.unreadable");
        assertThat(refusalOf(zeros)).isEqualTo("media.unreadable");
        assertThat(refusalOf(new byte[0])).isEqualTo("media.unreadable");
        assertThat(refusalOf(PictureFile.promising(-1, 7))).isEqualTo("media.unreadable");
        assertThat(refusalOf("GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("media.unreadable");
        assertThat(rows("picture")).isZero();
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        var answer = api.upload("/api/v1/media", token, "image/png", new byte[8 * 1024 * 1024 + 1]);

        assertThat(answer.code()).isEqualTo("media.too-many-bytes");
    }

    @Test
    void takes_pictures_only_from_those_who_may_write_the_catalog() {
        var file = PictureFile.of("png", 5, 5, Color.GREEN);

        assertThat(api.upload("/api/v1/media", api.tokenWithout(shop, Scope.CATALOG_WRITE), "image/png", file).code())
                .isEqualTo("kernel.missing-scope");
        assertThat(api.upload("/api/v1/media", null, "image/png", file).status()).isEqualTo(401);
        assertThat(rows("picture")).isZero();
    }

    @Test
    void shows_strangers_only_what_some_page_shows() {
        var hash = store(PictureFile.of("png", 20, 20, Color.CYAN)).hash();
        var path = "/media/" + hash + "/200";

        var before = api.get(path, null);
        show(1, List.of(hash));
        var shown = api.get(path, null);
        var again = api.get(path, null, "If-None-Match", shown.header("ETag"));

        assertThat(before.code()).isEqualTo("media.unknown-picture");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(again.status()).isEqualTo(304);
        assertThat(api.get("/media/x/200", null).code()).isEqualTo("media.unknown-picture");
    }

    @Test
    void forgets_what_nothing_shows_after_a_day_and_keeps_the_rest() {
        var shown = store(PictureFile.of("png", 21, 20, Color.CYAN)).hash();
        var taken = store(PictureFile.of("png", 22, 20, Color.CYAN)).hash();
        store(PictureFile.of("png", 23, 20, Color.CYAN));
        show(1, List.of(shown, taken));
        show(1, List.of(shown));
        jdbc.sql("update media.picture set unused_since = unused_since - interval '25 hours' where shop_id = :shop and hash <> :taken")
                .param("shop", shop.id().value()).param("taken", taken).update();

        forgetUnused.forget();

        assertThat(pictures.find(shop.id(), List.of(shown, taken))).hasSize(2);
        assertThat(rows("picture")).isEqualTo(2);
        assertThat(rows("rendition")).isEqualTo(2);
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> jdbc.sql("delete from media.picture where shop_id = :shop and hash = :hash")
                .param("shop", shop.id().value()).param("hash", shown).update());
    }

    @Test
    void shows_no_picture_of_another_shop_and_keeps_both_copies_of_one() {
        var file = PictureFile.of("png", 24, 20, Color.CYAN);
        var lin = storefront.shop();
        var hash = storePicture.store(lin.id(), file, "lin").hash();

        assertThatExceptionOfType(MediaProblem.UnknownPicture.class).isThrownBy(() -> show(1, List.of(hash)));
        assertThat(api.get("/api/v1/media/" + hash + "/200", token).code()).isEqualTo("media.unknown-picture");
        assertThat(store(file).hash()).isEqualTo(hash);
    }

    private void show(long subject, List<String> hashes) {
        scope.in(shop.id(), () -> {
            pictures.show(shop.id(), "product", subject, hashes);
            return subject;
        });
    }

    private Picture store(byte[] file) {
        return storePicture.store(shop.id(), file, "mei");
    }

    private String refusalOf(byte[] file) {
        return api.upload("/api/v1/media", token, "application/octet-stream", file).code();
    }

    private byte[] own(String hash, int width) {
        return api.bytes("/api/v1/media/" + hash + "/" + width, token);
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from media." + table + " where shop_id = :shop").param("shop", shop.id().value()).query(Long.class).single();
    }
}
