package io.wanqu.payment.rail;

import java.util.List;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/** A rail whose licensed provider keeps a payment's money frozen and splits it among receivers. */
public interface SplitRail extends Rail {

    /** Makes a receiver known to the provider; one that is known already is none the worse. */
    void bind(RailAccount account, Receiver receiver);

    /** Takes the receiver back. */
    void unbind(RailAccount account, Receiver receiver);

    /** Gives parts of a frozen payment to receivers; the same number asked for again is the same split. */
    Splitting split(RailAccount account, SplitAsked split);

    /** Ends the freezing: what was not split is the payee's own. */
    Splitting unfreezeRest(RailAccount account, SplitAsked rest);

    Splitting splitState(RailAccount account, SplitAsked split);

    /** Whether a refund names the shares that come back with it; otherwise they are given back before. */
    boolean sharesComeBackWithRefunds();

    /** Takes a part back from a receiver, before a refund for example. */
    Splitting giveBack(RailAccount account, GiveBack back);

    /** @param kind as the provider names it: a merchant, or a person of the application */
    record Receiver(String kind, String id, @Nullable String name, String relation) {

        @Override
        public String toString() {
            return "Receiver[" + kind + "]";
        }
    }

    record Part(Receiver receiver, Money amount, String description) {
    }

    /** @param number our number of the split, digits only */
    record SplitAsked(Reference payment, String number, List<Part> parts, boolean last) {
    }

    /** @param number our number of the return, digits only */
    record GiveBack(String split, String number, Receiver from, Money amount, String description) {
    }

    /** @param why the provider's reason, where a part failed */
    record Splitting(State state, @Nullable String transaction, @Nullable String why) {

        public enum State {
            PROCESSING, DONE, FAILED, MISSING
        }
    }
}
