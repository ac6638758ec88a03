/** The WeChat shop as a seller's software meets it. */
@NullMarked
package io.wanqu.simulators.wechatshop;

import org.jspecify.annotations.NullMarked;
