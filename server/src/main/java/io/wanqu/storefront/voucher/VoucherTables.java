package io.wanqu.storefront.voucher;

import org.springframework.stereotype.Component;

/** What is written of vouchers, side by side. */
@Component
record VoucherTables(VoucherPools pools, Redemptions redemptions) {
}
