/** Money through Alipay: pages, telephones' pages, codes and applications; the provider's kit signs and verifies. */
@NullMarked
package io.wanqu.payment.alipay;

import org.jspecify.annotations.NullMarked;
