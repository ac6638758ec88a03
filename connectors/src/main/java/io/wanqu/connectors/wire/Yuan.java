package io.wanqu.connectors.wire;

import io.wanqu.connector.ConnectorException;
import java.math.BigDecimal;

/** Amounts as platforms write them in yuan, and as we count them in fen. */
public final class Yuan {

    public static final String CURRENCY = "CNY";

    private Yuan() {
    }

    /** An amount that is absent is nothing; one that cannot be read, or has parts of a fen, is never guessed. */
    public static long fen(String yuan) {
        if (yuan.isEmpty()) {
            return 0;
        }
        try {
            return new BigDecimal(yuan).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw ConnectorException.refused("unreadable-amount", "an amount is not in whole fen");
        }
    }

    public static String text(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
