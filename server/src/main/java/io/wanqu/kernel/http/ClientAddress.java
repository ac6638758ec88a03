package io.wanqu.kernel.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the address a request came from; proxies are believed only when the settings name them. */
@Component
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV6_SITE_BYTES = 6;

    private final List<Network> proxies;
    private final boolean limitLoopback;

    ClientAddress(ProxySettings settings) {
        this.proxies = settings.trustedProxies().stream().map(Network::of).toList();
        this.limitLoopback = settings.limitLoopback();
    }

    /** The address as a key for limits: IPv4 in full, of IPv6 the first 64 bits, because one customer owns them all. */
    public String of(HttpServletRequest request) {
        var address = client(request);
        var bytes = address.getAddress();
        return bytes.length == 4 ? address.getHostAddress() : network(bytes);
    }

    /** The network of such a key: of IPv4 the first 24 bits, of IPv6 the first 48; null for what is no address. */
    public static @Nullable String rangeOf(String address) {
        if (IPV4.matcher(address).matches()) {
            return address.substring(0, address.lastIndexOf('.'));
        }
        return address.length() == 2 * IPV6_NETWORK_BYTES && address.chars().allMatch(it -> Character.digit(it, 16) >= 0)
                ? address.substring(0, 2 * IPV6_SITE_BYTES) : null;
    }

    /** A call from this very machine is not limited, unless some proxy passed it on or the settings want it. */
    public boolean limited(HttpServletRequest request) {
        return limitLoopback || request.getHeader(FORWARDED_FOR) != null || !parse(request.getRemoteAddr()).isLoopbackAddress();
    }

    /** Read from the right, where our own proxies write; what stands left of the first stranger may be invented. */
    private InetAddress client(HttpServletRequest request) {
        var address = parse(request.getRemoteAddr());
        if (!trusted(address) || request.getHeader(FORWARDED_FOR) == null) {
            return address;
        }
        var hops = String.join(",", Collections.list(request.getHeaders(FORWARDED_FOR))).split(",");
        for (var i = hops.length - 1; i >= 0 && trusted(address); i--) {
            try {
                address = parse(hops[i].strip());
            } catch (IllegalArgumentException e) {
                return address;
            }
        }
        return address;
    }

    private boolean trusted(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private static String network(byte[] bytes) {
        var network = new byte[bytes.length];
        System.arraycopy(bytes, 0, network, 0, IPV6_NETWORK_BYTES);
        return HexFormat.of().formatHex(network, 0, IPV6_NETWORK_BYTES);
    }

    private static InetAddress parse(String text) {
        var zone = text.indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
    }

    private record Network(byte[] base, int bits) {

        static Network of(String text) {
            var slash = text.indexOf('/');
            var base = parse(slash < 0 ? text : text.substring(0, slash)).getAddress();
            return new Network(base, slash < 0 ? base.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(InetAddress address) {
            var other = address.getAddress();
            if (other.length != base.length) {
                return false;
            }
            var whole = bits / Byte.SIZE;
            var rest = bits % Byte.SIZE;
            return Arrays.equals(base, 0, whole, other, 0, whole)
                    && (rest == 0 || ((base[whole] ^ other[whole]) & 0xff) >> (Byte.SIZE - rest) == 0);
        }
    }
}
