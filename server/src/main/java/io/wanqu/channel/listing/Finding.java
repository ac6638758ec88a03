package io.wanqu.channel.listing;

/**
 * Why an offer is not shown, by our own check or in the channel's words.
 *
 * @param field    which part of the draft, empty where the channel names none
 * @param expected what would be right, empty where the channel does not say
 */
record Finding(String code, String field, String message, String expected) {
}
