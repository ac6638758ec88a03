/**
 * Speaks Pinduoduo's open platform: orders, stock, goods, messages over a lasting connection, codes loaded beforehand.
 * No call is verified that shows a card key to the buyer of one order; such a shop is linked to Agiso instead.
 */
@NullMarked
package io.wanqu.connectors.pinduoduo;

import org.jspecify.annotations.NullMarked;
