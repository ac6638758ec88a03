/** An offer as we want it, as a channel shows it, and what came of publishing it. */
@NullMarked
package io.wanqu.connector.listing;

import org.jspecify.annotations.NullMarked;
