package io.wanqu.identity.watch;

/**
 * Where a log-in comes from.
 *
 * @param program whether it keeps no cookies
 * @param device  a text that only this device knows, or else its address
 * @param agent   what the browser or program says it is
 * @param limited whether the address is held to limits; this very machine is not
 */
public record Origin(boolean program, String device, String address, String agent, boolean limited) {

    private static final int IPV6_NETWORK_DIGITS = 12;

    /** The neighbourhood of the address, which stays when a provider gives its customer another one. */
    String network() {
        var dot = address.lastIndexOf('.');
        return dot >= 0 ? address.substring(0, dot) : address.substring(0, Math.min(IPV6_NETWORK_DIGITS, address.length()));
    }
}
