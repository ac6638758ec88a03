/** Money through WeChat Pay, version 3, in the merchant's own name; the provider's kit signs, seals and verifies. */
@NullMarked
package io.wanqu.payment.wechatpay;

import org.jspecify.annotations.NullMarked;
