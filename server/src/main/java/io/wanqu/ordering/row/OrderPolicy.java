package io.wanqu.ordering.row;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clocks of an order.
 *
 * @param owedFor      how long a paid order may wait for stock before its money goes back
 * @param confirmAfter how long after delivery the buyer may complain before the money is the shop's
 * @param refundWithin after so long an unfinished refund is called out again
 * @param linesMax     lines in one order
 */
@ConfigurationProperties("wanqu.ordering")
public record OrderPolicy(@DefaultValue("P1D") Duration owedFor, @DefaultValue("P7D") Duration confirmAfter,
        @DefaultValue("P1D") Duration refundWithin, @DefaultValue("20") int linesMax) {
}
