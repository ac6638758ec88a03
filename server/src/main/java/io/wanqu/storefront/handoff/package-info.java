/** Journeys that go on in another channel: a cart, a chat and where the buyer came from, by a link, a picture or a short code. */
@NullMarked
package io.wanqu.storefront.handoff;

import org.jspecify.annotations.NullMarked;
