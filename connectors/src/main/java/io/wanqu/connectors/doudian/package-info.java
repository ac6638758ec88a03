/** Speaks Doudian's open platform: signed calls, electronic coupons, and pushed messages. */
@NullMarked
package io.wanqu.connectors.doudian;

import org.jspecify.annotations.NullMarked;
