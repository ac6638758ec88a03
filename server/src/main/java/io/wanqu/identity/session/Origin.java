package io.wanqu.identity.session;

/**
 * Where a log-in comes from.
 *
 * @param device a text that only this device knows, or else its address
 * @param agent  what the browser or program says it is
 */
record Origin(Session.Kind kind, String device, String address, String agent) {
}
