/** Finds products by what somebody types. Whatever finds them better one day takes the place of this package. */
@NullMarked
package io.wanqu.catalog.finding;

import org.jspecify.annotations.NullMarked;
