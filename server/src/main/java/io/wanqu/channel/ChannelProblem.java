package io.wanqu.channel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.wanqu.channel.rules.Breach;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.Problem.Kind;
import io.wanqu.kernel.SkuId;

/** Every way in which this module can refuse. */
public abstract sealed class ChannelProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ChannelProblem(String code, Kind kind, Map<String, Object> facts) {
        super("channel." + code, kind, facts);
    }

    public static final class Unknown extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public Unknown(ChannelId channel) {
            super("unknown", Kind.NOT_FOUND, Map.of("channel", channel.text()));
        }
    }

    public static final class UnknownKind extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownKind(String kind, Collection<String> known) {
            super("unknown-kind", Kind.INVALID, Map.of("field", "/kind", "got", kind, "expected", List.copyOf(known)));
        }
    }

    public static final class AlreadyConnected extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public AlreadyConnected(String kind, String externalShop) {
            super("already-connected", Kind.CONFLICT, Map.of("kind", kind, "externalShop", externalShop));
        }
    }

    /** The channel itself refused what we presented, or could not be reached. */
    public static final class NotAuthorised extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotAuthorised(ChannelId channel, String channelCode) {
            super("not-authorised", Kind.CONFLICT, Map.of("channel", channel.text(), "channelCode", channelCode));
        }
    }

    /** The first call to a channel was refused; says which of what was given is wrong, and what to do. */
    public static final class WrongCredentials extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        private WrongCredentials(ChannelId channel, String channelCode, Collection<String> fields, String expected) {
            super("wrong-credentials", Kind.CONFLICT, Map.of("channel", channel.text(), "channelCode", channelCode,
                    "fields", List.copyOf(fields), "expected", expected));
        }

        public static WrongCredentials tokens(ChannelId channel, String channelCode) {
            return new WrongCredentials(channel, channelCode, List.of("/code", "/tokens"),
                    "let the owner of the account authorise again, and bring the new code or tokens to this channel");
        }

        public static WrongCredentials application(ChannelId channel, String channelCode, Collection<String> more) {
            return new WrongCredentials(channel, channelCode,
                    Stream.concat(Stream.of("/appKey", "/appSecret"), more.stream().sorted().map(field -> "/fields/" + field)).toList(),
                    "copy these again from the console of the channel, and bring them to this channel");
        }
    }

    public static final class WrongFields extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public WrongFields(String kind, Collection<String> missing, Collection<String> strange) {
            super("wrong-fields", Kind.INVALID, Map.of("field", "/fields", "kind", kind,
                    "missing", List.copyOf(missing), "strange", List.copyOf(strange)));
        }
    }

    public static final class NotOn extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotOn(ChannelId channel, String state) {
            super("not-on", Kind.CONFLICT, Map.of("channel", channel.text(), "state", state));
        }
    }

    public static final class ForgedPush extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public ForgedPush() {
            super("forged-push", Kind.FORBIDDEN, Map.of("expected", "a message signed with the application's secret"));
        }
    }

    public static final class UnknownSku extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownSku(SkuId sku, String field) {
            super("unknown-sku", Kind.INVALID, Map.of("field", field, "sku", sku.text()));
        }
    }

    public static final class UnknownListing extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownListing(String externalProduct, String externalSku) {
            super("unknown-listing", Kind.NOT_FOUND, Map.of("externalProduct", externalProduct, "externalSku", externalSku));
        }
    }

    public static final class NotByHand extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotByHand(OrderId order, int line) {
            super("not-by-hand", Kind.NOT_FOUND, Map.of("order", order.text(), "line", line));
        }
    }

    public static final class KeepsNoCards extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public KeepsNoCards(String kind) {
            super("keeps-no-cards", Kind.CONFLICT, Map.of("kind", kind));
        }
    }

    /** A card of several uses cannot lie at a channel, because nobody would know which use was sold. */
    public static final class TooFewSingleCards extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public TooFewSingleCards(int wanted, int left) {
            super("too-few-single-cards", Kind.CONFLICT, Map.of("wanted", wanted, "left", left));
        }
    }

    public static final class UnknownConsignment extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownConsignment(long consignment) {
            super("unknown-consignment", Kind.NOT_FOUND, Map.of("consignment", Long.toString(consignment)));
        }
    }

    public static final class UnknownDifference extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownDifference(long difference) {
            super("unknown-difference", Kind.NOT_FOUND, Map.of("difference", Long.toString(difference)));
        }
    }

    public static final class NotProposed extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotProposed(String action, String proposed) {
            super("not-proposed", Kind.INVALID, Map.of("field", "/action", "got", action, "expected", proposed + " or explain"));
        }
    }

    public static final class UnknownAlert extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownAlert(long alert) {
            super("unknown-alert", Kind.NOT_FOUND, Map.of("alert", Long.toString(alert)));
        }
    }

    public static final class UnknownProduct extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownProduct(long product) {
            super("unknown-product", Kind.NOT_FOUND, Map.of("product", Long.toString(product)));
        }
    }

    public static final class UnknownTemplate extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownTemplate(long template) {
            super("unknown-template", Kind.NOT_FOUND, Map.of("template", Long.toString(template)));
        }
    }

    public static final class TemplateNameTaken extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public TemplateNameTaken(String name) {
            super("template-name-taken", Kind.CONFLICT, Map.of("field", "/name", "got", name));
        }
    }

    public static final class UnknownPublication extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownPublication(long publication) {
            super("unknown-publication", Kind.NOT_FOUND, Map.of("publication", Long.toString(publication)));
        }
    }

    /** The channel's offers are made in its own console only. */
    public static final class NotPublishing extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotPublishing(ChannelId channel) {
            super("not-publishing", Kind.CONFLICT, Map.of("channel", channel.text()));
        }
    }

    public static final class NotAnswering extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public NotAnswering(ChannelId channel, String channelCode) {
            super("not-answering", Kind.UNAVAILABLE, Map.of("channel", channel.text(), "channelCode", channelCode));
        }
    }

    public static final class UnknownAgreement extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public UnknownAgreement(long agreement) {
            super("unknown-agreement", Kind.NOT_FOUND, Map.of("agreement", Long.toString(agreement)));
        }
    }

    public static final class BreaksAgreement extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public BreaksAgreement(Breach breach) {
            super("breaks-agreement", Kind.CONFLICT, Map.of("agreement", breach.name(), "agreementId", breach.agreement(),
                    "channel", breach.channel().text(), "sku", breach.sku().text(), "quantity", breach.quantity(),
                    "priceMinor", breach.priceMinor(), "leastMinor", breach.leastMinor()));
        }
    }

    public static final class GateNotPassed extends ChannelProblem {

        private static final long serialVersionUID = 1L;

        public GateNotPassed(Map<String, Object> figures, String reason) {
            super("gate-not-passed", Kind.CONFLICT, Map.of("reason", reason, "figures", figures));
        }
    }
}
