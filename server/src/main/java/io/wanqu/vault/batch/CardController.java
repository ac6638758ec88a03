package io.wanqu.vault.batch;

import java.time.Instant;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.sealing.RotateKeys;
import io.wanqu.vault.Reveal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Single cards over HTTP: opening one is an act of its own scope, and is logged. */
@RestController
@RequestMapping("/api/v1/cards")
class CardController {

    private final Reveal reveal;
    private final RotateKeys rotateKeys;
    private final ShopScope scope;

    CardController(Reveal reveal, RotateKeys rotateKeys, ShopScope scope) {
        this.reveal = reveal;
        this.rotateKeys = rotateKeys;
        this.scope = scope;
    }

    @PostMapping("/{id}/reveal")
    ResponseEntity<Answer> reveal(Caller caller, @PathVariable String id) {
        var shop = caller.must(Scope.CARDS_REVEAL);
        var card = scope.in(shop, () -> reveal.toStaff(shop, Id.parse("card", id), caller.name()));
        var number = card.number();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Answer(id,
                number == null ? null : number.expose(), card.secret().expose(), card.expiresAt()));
    }

    /** Lets the buyer of this holder look once more. */
    @PostMapping("/holders/{holder}/looks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void look(Caller caller, @PathVariable String holder) {
        var shop = caller.must(Scope.CARDS_REVEAL);
        scope.in(shop, () -> {
            reveal.grantAgain(shop, Id.parse("holder", holder), caller.name());
            return shop;
        });
    }

    /** Gives the shop a new key; the work goes on by itself for some minutes. Asked again meanwhile, it begins nothing. */
    @PostMapping("/key-rotation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rotation rotate(Caller caller) {
        var shop = caller.must(Scope.CARDS_REVEAL);
        caller.mustBeFresh();
        return new Rotation(rotateKeys.rotate(shop));
    }

    record Rotation(boolean begun) {
    }

    record Answer(String id, @Nullable String number, String secret, @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "Answer[" + id + "]";
        }
    }
}
