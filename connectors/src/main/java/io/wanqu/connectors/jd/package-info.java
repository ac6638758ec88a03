/**
 * Speaks JD's open platform over either of its two transports: orders, wares, stock and codes of local services.
 * JD has no verified call that shows a card key of ours to a buyer; a shop that needs one links its JD shop to Agiso
 * and adds it as a channel of that kind.
 */
@NullMarked
package io.wanqu.connectors.jd;

import org.jspecify.annotations.NullMarked;
