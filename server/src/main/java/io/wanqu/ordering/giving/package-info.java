/** Orders that are gifts: a link opens one once, and only who opened it sees the codes. */
@NullMarked
package io.wanqu.ordering.giving;

import org.jspecify.annotations.NullMarked;
