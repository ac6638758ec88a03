package io.wanqu.ordering.viewing;

import io.wanqu.kernel.OrderId;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer has the link of his order sent to himself. */
@RestController
class SendLinkController {

    private final OpenOrder openOrder;
    private final SendLink sendLink;

    SendLinkController(OpenOrder openOrder, SendLink sendLink) {
        this.openOrder = openOrder;
        this.sendLink = sendLink;
    }

    /** To the contact of the order, at most three times an hour. */
    @PostMapping("/api/v1/shops/{slug}/orders/{number}/link-mail")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@PathVariable String slug, @PathVariable OrderId number, HttpServletRequest http) {
        sendLink.send(openOrder.opened(slug, number, http), number);
    }
}
