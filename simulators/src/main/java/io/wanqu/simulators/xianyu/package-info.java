/** Xianyu through XianGuanJia: an open platform for sellers, and a buyer of what suppliers offer. */
@NullMarked
package io.wanqu.simulators.xianyu;

import org.jspecify.annotations.NullMarked;
