package io.wanqu.simulators.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Calls the receivers' addresses, and again until they acknowledge. */
public final class Postman implements Carrier {

    private final Map<String, URI> targets = new ConcurrentHashMap<>();
    private final PushSender sender;

    /** The platform reads the receiver's answer to know whether the message was taken. */
    public Postman(Predicate<String> acknowledges) {
        sender = new PushSender(acknowledges);
    }

    public void direct(String address, URI target) {
        targets.put(address, target);
    }

    @Override
    public boolean reaches(String address) {
        return targets.containsKey(address);
    }

    @Override
    public void carry(Message message, Duration delay) {
        var target = targets.get(message.address());
        if (target == null) {
            throw new IllegalArgumentException("no push address for app " + message.address());
        }
        var whole = message.query().isEmpty() ? target
            : URI.create(target + (target.getRawQuery() == null ? "?" : "&") + message.query());
        var push = new PushSender.Message(whole, message.headers(), message.body());
        if (delay.isZero()) {
            sender.sendNow(push);
        } else {
            sender.send(push, delay);
        }
    }

    @Override
    public Counts counts() {
        return new Counts(sender.attempts(), sender.acknowledged(), sender.givenUp());
    }

    @Override
    public void close() {
        sender.close();
    }
}
