package io.wanqu.identity.app;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Hidden;

import io.wanqu.identity.NamesOwnShops;
import io.wanqu.identity.app.GrantTable.Kind;
import io.wanqu.identity.session.Session;
import io.wanqu.identity.session.SignedIn;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The pages on which a person sees which program wants what in which of his shops, and says yes or no. */
@RestController
@Hidden
class ConsentController {

    static final String PAGE = "/oauth2/consent";
    static final String CHOICE = "/oauth2/choice";

    private final GrantTable grants;
    private final Apps apps;
    private final KnownStaff staff;
    private final NamesOwnShops names;

    ConsentController(GrantTable grants, Apps apps, KnownStaff staff, NamesOwnShops names) {
        this.grants = grants;
        this.apps = apps;
        this.staff = staff;
        this.names = names;
    }

    /** What is shown comes from what was asked and kept, not from the address of this page. */
    @GetMapping(PAGE)
    ResponseEntity<String> consent(HttpServletRequest request, @RequestParam String state) {
        var session = SignedIn.by(request);
        var grant = grants.by(Kind.STATE, Grants.hash(state)).filter(found -> session.account().equals(found.account()))
                .orElseThrow(AppProblem.NothingAsked::new);
        var app = apps.byId(grant.app()).orElseThrow(AppProblem.NothingAsked::new);
        var asked = Json.read(String.valueOf(grant.request()), Asked.class);
        var held = place(session, grant.shop()).scopes().stream().map(scope -> scope.text()).collect(Collectors.toSet());
        var scopes = asked.scopes.stream().filter(held::contains).sorted().toList();
        return page(returnsTo(asked.redirectUri), """
                <h1>%1$s</h1>
                <p>「%1$s」希望访问您的店铺 <b>%2$s</b>：</p><p>%1$s would like to do this in your shop <b>%2$s</b>:</p>
                <ul>%3$s</ul>
                <p>有效期至您收回为止，最长一年；您可随时在账号的“已授权应用”中收回。</p>
                <p>It lasts until you take it back, at most a year; you can do so at any time among the apps of your account.</p>
                <form method="post" action="/oauth2/authorize">
                <input type="hidden" name="client_id" value="%4$s"><input type="hidden" name="state" value="%5$s">%6$s
                <button type="submit">允许 · Allow</button></form>
                <form method="post" action="/oauth2/authorize">
                <input type="hidden" name="client_id" value="%4$s"><input type="hidden" name="state" value="%5$s">
                <button type="submit">拒绝 · Deny</button></form>
                """.formatted(html(app.name()), html(shopName(grant.shop())),
                scopes.stream().map(scope -> "<li><code>" + html(scope) + "</code></li>").collect(Collectors.joining()), html(app.clientId()), html(state),
                scopes.stream().map(scope -> "<input type=\"hidden\" name=\"scope\" value=\"" + html(scope) + "\">").collect(Collectors.joining())));
    }

    @GetMapping(CHOICE)
    ResponseEntity<String> choose(HttpServletRequest request) {
        var session = SignedIn.by(request);
        var query = request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> List.of(parameter.getValue()).stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        var links = staff.of(session.account()).stream().map(StaffMember::shop).filter(shop -> !shop.equals(ShopId.PLATFORM))
                .map(shop -> "<li><a href=\"" + html("/oauth2/authorize?" + query + "&shop=" + shop.text()) + "\">" + html(shopName(shop)) + "</a></li>")
                .collect(Collectors.joining());
        return page("", "<h1>选择店铺 · Choose a shop</h1><ul>" + links + "</ul>");
    }

    private StaffMember place(Session session, ShopId shop) {
        return staff.of(session.account()).stream().filter(member -> member.shop().equals(shop)).findFirst().orElseThrow(AppProblem.NothingAsked::new);
    }

    private String shopName(ShopId shop) {
        var known = names.names(List.of(shop)).get(shop);
        return known == null ? shop.text() : known.name();
    }

    /** Nobody may frame the page or take its address along; the form may go on to the program that asks. */
    private static ResponseEntity<String> page(String goesOnTo, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self' " + goesOnTo)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .body("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Wanqu</title>"
                        + "<main>" + body + "</main></html>");
    }

    private static String returnsTo(String redirectUri) {
        var uri = URI.create(redirectUri);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String html(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Asked(List<String> scopes, String redirectUri) {
    }
}
