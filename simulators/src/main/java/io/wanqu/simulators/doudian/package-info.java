/** Doudian as its sellers' software sees it. */
@NullMarked
package io.wanqu.simulators.doudian;

import org.jspecify.annotations.NullMarked;
