package io.wanqu.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.callback.TakeNotices;
import io.wanqu.payment.rail.ForgedNotice;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the sandbox calls back, and where it can be made to. */
@RestController
class SandboxController {

    private final TakeNotices takeNotices;
    private final Sandbox sandbox;
    private final SandboxRail rail;
    private final Clock clock;

    SandboxController(TakeNotices takeNotices, Sandbox sandbox, SandboxRail rail, Clock clock) {
        this.takeNotices = takeNotices;
        this.sandbox = sandbox;
        this.rail = rail;
        this.clock = clock;
    }

    /** The sandbox has no accounts: the body names the shop, and the shop's secret must have signed it. */
    @PostMapping("/api/v1/payment-callbacks/sandbox")
    ResponseEntity<String> callback(@RequestBody byte[] body, HttpServletRequest request) {
        return take(claimed(body), TakeNotices.headers(request), body);
    }

    /** Plays the sandbox's side for a person who tries the shop out: the same signed callback, by the same way. */
    @PostMapping("/api/v1/sandbox/shops/{shop}/payments/{payment}/success")
    ResponseEntity<String> pay(@PathVariable ShopId shop, @PathVariable long payment) {
        var asked = sandbox.find(shop, payment);
        var body = sandbox.callbackFor(asked).getBytes(StandardCharsets.UTF_8);
        return take(asked.shop(), Map.of(SandboxRail.SIGNATURE_HEADER, rail.sign(asked.shop(), clock.instant().getEpochSecond(), body)), body);
    }

    @GetMapping("/api/v1/payment-rails/sandbox")
    Map<String, String> sandboxSecret(Caller caller) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return Map.of("rail", SandboxRail.NAME, "payee", rail.payee(shop), "secret", rail.secret(shop));
    }

    private ShopId claimed(byte[] body) {
        try {
            return rail.claimed(body);
        } catch (ForgedNotice e) {
            throw TakeNotices.refusal(e);
        }
    }

    private ResponseEntity<String> take(ShopId shop, Map<String, String> headers, byte[] body) {
        takeNotices.take(rail, rail.account(shop), headers, body);
        var reply = rail.acknowledged();
        return ResponseEntity.status(reply.status()).contentType(MediaType.APPLICATION_JSON).body(reply.body());
    }
}
