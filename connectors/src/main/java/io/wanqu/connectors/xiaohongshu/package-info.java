/** Speaks Xiaohongshu's ark platform: one address for every call, a weak signature, and pushes that prove nothing. */
@NullMarked
package io.wanqu.connectors.xiaohongshu;

import org.jspecify.annotations.NullMarked;
