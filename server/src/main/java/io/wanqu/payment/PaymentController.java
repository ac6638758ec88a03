package io.wanqu.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.payment.SettlesPayments.Settlement;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where rails tell us of payments, and where the sandbox can be made to. */
@RestController
class PaymentController {

    private final Rails rails;
    private final SettlesPayments settles;
    private final Sandbox sandbox;
    private final SandboxRail sandboxRail;
    private final Clock clock;

    PaymentController(Rails rails, SettlesPayments settles, Sandbox sandbox, SandboxRail sandboxRail, Clock clock) {
        this.rails = rails;
        this.settles = settles;
        this.sandbox = sandbox;
        this.sandboxRail = sandboxRail;
        this.clock = clock;
    }

    @PostMapping("/api/v1/payment-callbacks/{rail}")
    ResponseEntity<String> callback(@PathVariable String rail, @RequestBody byte[] body, HttpServletRequest request) {
        var headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, second) -> first));
        return settle(rails.named(rail), headers, body);
    }

    /** Plays the sandbox's side for a person who tries the shop out: the same signed callback, by the same way. */
    @PostMapping("/api/v1/sandbox/shops/{shop}/payments/{payment}/success")
    ResponseEntity<String> pay(@PathVariable ShopId shop, @PathVariable long payment) {
        var asked = sandbox.find(shop, payment);
        var body = sandbox.callbackFor(asked).getBytes(StandardCharsets.UTF_8);
        var signature = sandboxRail.sign(asked.shop(), clock.instant().getEpochSecond(), body);
        return settle(sandboxRail, Map.of(SandboxRail.SIGNATURE_HEADER, signature), body);
    }

    @GetMapping("/api/v1/payment-rails/sandbox")
    Map<String, String> sandboxSecret(Caller caller) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return Map.of("rail", SandboxRail.NAME, "payee", sandboxRail.payee(shop), "secret", sandboxRail.secret(shop));
    }

    private ResponseEntity<String> settle(Rail rail, Map<String, String> headers, byte[] body) {
        if (settles.settle(rail.read(headers, body)) == Settlement.MISMATCH) {
            throw new PaymentProblem.Mismatch();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(rail.acknowledgement());
    }
}
