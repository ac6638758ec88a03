/** What channels need that buy from us as from a supplier, or keep codes of ours before they are sold. */
@NullMarked
package io.wanqu.connector.supply;

import org.jspecify.annotations.NullMarked;
