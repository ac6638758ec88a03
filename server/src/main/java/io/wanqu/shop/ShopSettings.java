package io.wanqu.shop;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator is told of whoever opens shops, and how long an offer of a shop stands.
 *
 * @param openedPerWeekMax more shops in a week by one person are listed for the operator
 * @param openedPerOriginMax more shops from one device or address are listed for the operator
 * @param idleAfter        without a sale for so long, or none since it was opened, a shop is idle
 * @param idleMax          more idle shops of one person are listed for the operator
 * @param transferWithin   how long somebody may take over a shop that is offered to him
 */
@ConfigurationProperties("wanqu.shop")
public record ShopSettings(@DefaultValue("3") int openedPerWeekMax, @DefaultValue("3") int openedPerOriginMax,
        @DefaultValue("30d") Duration idleAfter, @DefaultValue("2") int idleMax, @DefaultValue("3d") Duration transferWithin) {
}
