/** Taobao and Tmall as their sellers' software sees them. */
@NullMarked
package io.wanqu.simulators.taobao;

import org.jspecify.annotations.NullMarked;
