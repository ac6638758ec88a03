/** Taobao and Tmall (淘宝、天猫) through the TOP gateway: card keys as items shipped without logistics, or as tickets. */
@NullMarked
package io.wanqu.connectors.taobao;

import org.jspecify.annotations.NullMarked;
