/** Xiaohongshu's ark platform as a seller's software meets it. */
@NullMarked
package io.wanqu.simulators.xiaohongshu;

import org.jspecify.annotations.NullMarked;
