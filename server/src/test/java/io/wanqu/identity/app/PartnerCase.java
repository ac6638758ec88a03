package io.wanqu.identity.app;

import io.wanqu.identity.IssueToken;
import io.wanqu.identity.staff.Role;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop, its owner at his browser, and a partner's program that is registered there. */
@WanquTest
abstract class PartnerCase {

    @Autowired
    protected Api api;

    @Autowired
    protected People people;

    @Autowired
    protected Storefront storefront;

    @Autowired
    private IssueToken issueToken;

    protected Shop shop;
    protected Person mei;
    protected Visitor browser;
    protected Partner partner;

    @BeforeEach
    void register() {
        shop = storefront.shop();
        mei = people.staff(shop.id(), Role.OWNER);
        browser = people.signedIn(mei);
        partner = new Partner(api, issueToken, browser);
    }
}
