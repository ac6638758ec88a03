/** Vouchers: delivered cards of marked pools, redeemed at a till in whole or in part, and reversed within rules. */
@NullMarked
package io.wanqu.storefront.voucher;

import org.jspecify.annotations.NullMarked;
