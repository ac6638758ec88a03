package io.wanqu.simulators.market;

import java.time.Duration;

/**
 * In what the platforms differ behind their protocols.
 *
 * @param renewable an access token can be traded for another one; else the owner must come again
 * @param refundMovesOrder a step of a refund counts as a change of its order
 */
public record Rules(Duration accessLife, Duration refreshLife, boolean renewable, boolean refundMovesOrder) {
}
