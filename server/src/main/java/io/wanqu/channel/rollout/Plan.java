package io.wanqu.channel.rollout;

/**
 * What a pilot may sell, and what must hold for the channel to stay open.
 *
 * @param quota             units of each pool that the pilot may take
 * @param ordersMin         below so many orders no share is judged, and nobody goes on
 * @param windowHours       how far back the figures reach
 * @param errorPercentMax   deliveries that the channel would not take
 * @param refundPercentMax  orders whose money went back
 * @param latePercentMax    deliveries told later than {@code lateMinutes} after they were owed
 */
record Plan(long quota, int ordersMin, int windowHours, int errorPercentMax, int refundPercentMax, int latePercentMax, int lateMinutes) {
}
