package io.wanqu.aftersale;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clocks of a case.
 *
 * @param answerWithin   after so long without an answer of the shop the buyer is right
 * @param escalateWithin after so long a refusal that nobody contests stands
 * @param decideWithin   after so long without a verdict the buyer is right
 * @param replaceWithin  how long an exchange waits for stock before the money goes back instead
 * @param warranty       how long after delivery a buyer may complain, where the shop has said nothing
 */
@ConfigurationProperties("wanqu.aftersale")
public record AftersalePolicy(@DefaultValue("PT48H") Duration answerWithin, @DefaultValue("PT72H") Duration escalateWithin,
        @DefaultValue("P7D") Duration decideWithin, @DefaultValue("PT24H") Duration replaceWithin, @DefaultValue("P7D") Duration warranty) {

    /** The longest that a case can take. */
    public Duration longest() {
        return answerWithin.plus(escalateWithin).plus(decideWithin).plus(replaceWithin).plusDays(1);
    }
}
