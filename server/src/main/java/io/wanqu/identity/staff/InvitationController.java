package io.wanqu.identity.staff;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.wanqu.identity.account.Contact;
import io.wanqu.identity.staff.Invitations.Invitation;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Invitations to work for a shop: sent, taken back, and followed by whoever has the link. */
@RestController
class InvitationController {

    private static final String PAGE = "/console/invitation";

    private final InviteStaff inviteStaff;
    private final Invitations invitations;
    private final ShopScope scope;
    private final Clock clock;

    InvitationController(InviteStaff inviteStaff, Invitations invitations, ShopScope scope, Clock clock) {
        this.inviteStaff = inviteStaff;
        this.invitations = invitations;
        this.scope = scope;
        this.clock = clock;
    }

    @GetMapping("/api/v1/invitations")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return scope.in(shop, () -> invitations.open(shop, clock.instant())).stream().map(Response::of).toList();
    }

    @PostMapping("/api/v1/invitations")
    ResponseEntity<Response> invite(Caller caller, @RequestBody Request request) {
        caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        var page = ServletUriComponentsBuilder.fromCurrentContextPath().path(PAGE).build().toUriString();
        var made = inviteStaff.invite(caller, Contact.parse("/to", request.to), Require.text("/role", request.role, 2, 40),
                StaffController.channels(request.channels), page);
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + made.id())).body(Response.of(made));
    }

    @DeleteMapping("/api/v1/invitations/{invitation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable String invitation) {
        inviteStaff.withdraw(caller, Id.parse("invitation", invitation));
    }

    @PostMapping("/api/v1/invitations/acceptance")
    Place accept(Buyer buyer, @RequestBody Acceptance acceptance) {
        var accepted = inviteStaff.accept(buyer.account(), acceptance.secret == null ? "" : acceptance.secret);
        return new Place(accepted.shop(), accepted.role());
    }

    record Request(@Nullable String to, @Nullable String role, @Nullable List<ChannelId> channels) {

        @Override
        public String toString() {
            return "Request[" + role + "]";
        }
    }

    record Acceptance(@Nullable String secret) {

        @Override
        public String toString() {
            return "Acceptance[…]";
        }
    }

    /** Where one works now. */
    record Place(ShopId shop, String role) {
    }

    /** @param sentTo masked; the link itself is seen by its receiver alone */
    record Response(String id, String sentTo, String role, @Nullable Set<String> channels, String invitedBy, Instant madeAt, Instant until) {

        static Response of(Invitation it) {
            return new Response(Long.toString(it.id()), it.sentTo(), it.role(), StaffController.sorted(it.channels()), it.invitedBy(), it.madeAt(),
                    it.until());
        }
    }
}
