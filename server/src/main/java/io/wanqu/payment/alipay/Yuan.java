package io.wanqu.payment.alipay;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.RailException;

/** Amounts as this provider writes them: yuan with two decimals. */
final class Yuan {

    private static final String CURRENCY = "CNY";

    private Yuan() {
    }

    static String text(Money amount) {
        if (!amount.currency().getCurrencyCode().equals(CURRENCY)) {
            throw RailException.refused("currency", "this rail takes CNY alone");
        }
        return BigDecimal.valueOf(amount.minor(), 2).toPlainString();
    }

    /**
     * Exactly, or not at all: 1.001 yuan is no amount.
     *
     * @throws NumberFormatException or {@link ArithmeticException} when it is none
     */
    static Money money(String yuan) {
        return Money.of(new BigDecimal(yuan.strip()).movePointRight(2).longValueExact(), CURRENCY);
    }

    /** Fees have more decimals than money has. */
    static long rounded(String yuan) {
        return new BigDecimal(yuan.strip()).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
