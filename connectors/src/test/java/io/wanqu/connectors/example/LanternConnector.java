package io.wanqu.connectors.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Connector;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Lantern market, invented for the guide: JSON over HTTP, signed with HMAC-SHA256, and no tokens. */
public final class LanternConnector implements Connector {

    // guide: capabilities
    private static final int PAGE_SIZE = 50;

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Capabilities.Trade(Capabilities.Custody.SHARED_LIVE, true, Set.of(), false, null),
        new Capabilities.Cards(Capabilities.Way.SHOWN, false, Duration.ofDays(3), false, false),
        new Capabilities.Stock(true, false, false, 1),
        Capabilities.Content.NONE,
        new Capabilities.Polling(Duration.ofDays(7), PAGE_SIZE, Duration.ofDays(90), Duration.ofMinutes(1),
            Duration.ofMinutes(5)),
        new Capabilities.Access(Capabilities.Push.CALLS_US, false, false, 50, Duration.ofMinutes(5), Set.of()));
    // guide: end

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // guide: connector
    @Override
    public String kind() {
        return "lantern";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new Session(account);
    }
    // guide: end

    // guide: signing
    /** Covers the time, the path and every byte of the body, so that none of them can be another call's. */
    static String sign(Secret secret, String time, String path, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + "\n" + path + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }
    // guide: end

    /** One shop on the Lantern market; it holds nothing but its account, so it is safe for many threads. */
    private record Session(ChannelAccount account) implements ChannelSession {

        // guide: calling
        private JsonNode ask(String path, Object question) {
            var body = JSON.writeValueAsBytes(question);
            var time = String.valueOf(account.host().clock().instant().getEpochSecond());
            var request = HttpRequest.newBuilder(URI.create(account.baseUri() + path))
                .timeout(account.host().answerTimeout())
                .header("Lantern-App", account.app().key())
                .header("Lantern-Shop", account.shopId())
                .header("Lantern-Time", time)
                .header("Lantern-Sign", sign(account.app().secret(), time, path, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
            try {
                var answer = account.host().http().send(request, BodyHandlers.ofString(UTF_8));
                if (answer.statusCode() != 200) {
                    throw ConnectorException.failing("http " + answer.statusCode(), "lantern " + path);
                }
                return opened(path, read(answer.body()));
            } catch (IOException e) {
                // What was asked may have happened all the same, so every verb must bear a repeat.
                throw ConnectorException.unreachable("lantern " + path + ": " + e.getClass().getSimpleName(), null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ConnectorException.unreachable("lantern " + path + ": interrupted", null);
            }
        }
        // guide: end

        // guide: troubles
        private static JsonNode opened(String path, @Nullable JsonNode envelope) {
            if (envelope == null || !envelope.path("code").isIntegralNumber()) {
                throw ConnectorException.unreachable("lantern " + path + ": answer is not an envelope", null);
            }
            var code = envelope.path("code").asInt();
            var message = envelope.path("message").asString("");
            return switch (code) {
                case 0 -> envelope.path("data");
                case 1429 -> throw ConnectorException.limited("1429", message, Duration.ofSeconds(1));
                case 1500 -> throw ConnectorException.failing("1500", message);
                default -> throw ConnectorException.refused(String.valueOf(code), message);
            };
        }
        // guide: end

        private static @Nullable JsonNode read(String text) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException e) {
                // The parser's words may quote the text, so they are not passed on.
                return null;
            }
        }

        // guide: reading
        @Override
        public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
            var page = ask("/orders", question(window, cursor));
            return new OrderPage(page.path("list").valueStream().map(Session::order).toList(), next(page));
        }

        @Override
        public Optional<ChannelOrder> order(String externalOrderId) {
            try {
                return Optional.of(order(ask("/order", Map.of("order", externalOrderId))));
            } catch (ConnectorException e) {
                if (e.code().equals("1404")) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        private static OrderStatus status(String word) {
            return switch (word) {
                case "unpaid" -> OrderStatus.PENDING_PAYMENT;
                case "held" -> OrderStatus.HOLD;
                case "paid" -> OrderStatus.PAID;
                case "sent" -> OrderStatus.DELIVERED;
                case "done" -> OrderStatus.COMPLETED;
                case "closed" -> OrderStatus.CLOSED_UNPAID;
                case "refunded" -> OrderStatus.REFUNDED;
                default -> OrderStatus.UNKNOWN;
            };
        }
        // guide: end

        private static Map<String, Object> question(ChangeWindow window, @Nullable String cursor) {
            return Map.of("by", window.basis() == ChangeWindow.Basis.UPDATED ? "change" : "creation",
                "from", window.from().getEpochSecond(), "until", window.until().getEpochSecond(),
                "size", PAGE_SIZE, "cursor", Objects.requireNonNullElse(cursor, ""));
        }

        private static @Nullable String next(JsonNode page) {
            var next = page.path("next").asString("");
            return next.isEmpty() ? null : next;
        }

        private static ChannelOrder order(JsonNode node) {
            var word = node.path("status").asString("");
            var paid = node.path("paid_at").asLong(0);
            var line = new ChannelOrder.Line(node.path("line").asString(""),
                new ChannelOrder.Item(node.path("product").asString(""), node.path("sku").asString(""),
                    node.path("outer").asString("")),
                node.path("quantity").asInt(0), node.path("fen").asLong(0), refund(node));
            return new ChannelOrder(node.path("order").asString(""), status(word), word, List.of(line),
                new ChannelOrder.Total(line.amountMinor(), "CNY"), node.path("buyer").asString(""),
                new ChannelOrder.Times(at(node, "created_at"), paid == 0 ? null : Instant.ofEpochSecond(paid), at(node, "changed_at")));
        }

        private static Refund refund(JsonNode node) {
            var word = node.path("refund").asString("");
            return switch (word) {
                case "", "refused", "withdrawn" -> Refund.NONE;
                case "asked" -> new Refund(RefundState.REFUNDING, word);
                case "agreed" -> new Refund(RefundState.REFUNDED, word);
                default -> new Refund(RefundState.UNKNOWN, word);
            };
        }

        private static Instant at(JsonNode node, String name) {
            return Instant.ofEpochSecond(node.path(name).asLong(0));
        }

        // guide: after-sales
        @Override
        public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
            var page = ask("/refunds", question(window, cursor));
            return new AfterSale.Page(page.path("list").valueStream()
                .map(node -> new AfterSale(node.path("id").asString(""), node.path("order").asString(""),
                    node.path("line").asString(""), refund(node), node.path("fen").asLong(0), at(node, "changed_at")))
                .toList(), next(page));
        }
        // guide: end

        // guide: pushes
        @Override
        public PushAnswer receive(PushRequest request) {
            var time = Objects.requireNonNullElse(request.header("Lantern-Time"), "");
            var given = Objects.requireNonNullElse(request.header("Lantern-Sign"), "");
            var expected = sign(account.app().secret(), time, "/push", request.body());
            if (!MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8))) {
                return new PushAnswer.Refused("signature differs", new PushAnswer.Reply(403, "text/plain", "no"));
            }
            var body = read(request.text());
            if (body == null || !body.isObject()) {
                return new PushAnswer.Refused("genuine but no object", new PushAnswer.Reply(400, "text/plain", "no"));
            }
            var notice = new PushNotice(body.path("id").asString(""), body.path("topic").asString(""),
                body.path("order").asString(""), body.path("shop").asString(""), request.text());
            return new PushAnswer.Accepted(List.of(notice), new PushAnswer.Reply(200, "text/plain", "ok"));
        }
        // guide: end

        // guide: delivering
        @Override
        public DeliveryOutcome deliver(Delivery delivery) {
            try {
                ask("/deliver", Map.of("line", delivery.externalLineId(),
                    "codes", delivery.codes().stream().map(Session::card).toList()));
                return new DeliveryOutcome.Delivered();
            } catch (ConnectorException e) {
                return switch (e.code()) {
                    case "1201" -> new DeliveryOutcome.AlreadyDelivered();
                    case "1202" -> new DeliveryOutcome.TooLate();
                    default -> new DeliveryOutcome.Refused(refusal(e).code(), String.valueOf(e.getMessage()));
                };
            }
        }

        private static Map<String, String> card(Delivery.Code code) {
            var secret = code.secret();
            return Map.of("id", code.stableId(), "number", code.number(), "secret", secret == null ? "" : secret.reveal());
        }

        /** A refusal that stays is an answer; trouble that passes is thrown on. */
        private static ConnectorException refusal(ConnectorException trouble) {
            if (trouble.remedy() != ConnectorException.Remedy.LOOK) {
                throw trouble;
            }
            return trouble;
        }
        // guide: end

        // guide: stock
        @Override
        public Outcome setStock(StockUpdate update) {
            if (update.mode() == StockUpdate.Mode.INCREMENT) {
                return new Outcome.Refused("unsupported", "this channel knows full values only");
            }
            try {
                ask("/stock", Map.of("sku", update.externalSkuId(), "stock", update.quantity()));
                return new Outcome.Done();
            } catch (ConnectorException e) {
                return new Outcome.Refused(refusal(e).code(), String.valueOf(e.getMessage()));
            }
        }
        // guide: end
    }
}
