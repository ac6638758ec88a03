/** Speaks the WeChat shop: calls by a token of the application, orders by number, virtual delivery, sealed messages. */
@NullMarked
package io.wanqu.connectors.wechatshop;

import org.jspecify.annotations.NullMarked;
