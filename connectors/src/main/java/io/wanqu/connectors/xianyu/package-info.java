/** Xianyu (闲鱼) through XianGuanJia (闲管家): its open platform for the shop, and its supply standard where it buys from us. */
@NullMarked
package io.wanqu.connectors.xianyu;

import org.jspecify.annotations.NullMarked;
