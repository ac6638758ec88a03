package io.wanqu.kernel.message;

/** Brings messages of some kind to people. */
public interface Carrier {

    boolean carries(Message.Kind kind);

    /** Throws when it could not be handed over; it is tried again. */
    void send(Message message) throws Exception;
}
