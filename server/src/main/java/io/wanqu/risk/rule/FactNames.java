package io.wanqu.risk.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.wanqu.risk.count.Deed;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.count.Window;

/** Which facts there are. A rule that names another one is refused, so that a slip of the pen is no open door. */
public final class FactNames {

    public static final String TOTAL = "order.totalMinor";
    public static final String QUANTITY = "order.quantity";
    public static final String HOUR = "hour";
    public static final String ALLOWED = "listed.allow";
    public static final String DENIED = "listed.deny";
    public static final String PROVEN = "proven";
    /** Whether the buyer is signed in; of a guest nothing is known, so his account is nought hours old. */
    public static final String SIGNED_IN = "account.signedIn";
    public static final String ACCOUNT_AGE = "account.ageHours";
    public static final String ACT = "act";
    public static final String CHANNEL = "order.channel";
    public static final String SKU = "order.sku";

    /** Counts that are kept: by whom, of what. */
    public static final List<Count> COUNTS = List.of(
            new Count(Dimension.PERSON, Deed.ORDERS), new Count(Dimension.PERSON, Deed.UNPAID), new Count(Dimension.PERSON, Deed.FAILED),
            new Count(Dimension.DEVICE, Deed.ORDERS), new Count(Dimension.DEVICE, Deed.PERSONS), new Count(Dimension.DEVICE, Deed.UNPAID),
            new Count(Dimension.DEVICE, Deed.FAILED), new Count(Dimension.DEVICE, Deed.PAYMENTS),
            new Count(Dimension.ADDRESS, Deed.ORDERS), new Count(Dimension.ADDRESS, Deed.PERSONS), new Count(Dimension.ADDRESS, Deed.UNPAID),
            new Count(Dimension.ADDRESS, Deed.FAILED), new Count(Dimension.ADDRESS, Deed.PAYMENTS), new Count(Dimension.ADDRESS, Deed.CHALLENGED),
            new Count(Dimension.RANGE, Deed.ORDERS), new Count(Dimension.RANGE, Deed.PERSONS), new Count(Dimension.RANGE, Deed.UNPAID),
            new Count(Dimension.RANGE, Deed.FAILED), new Count(Dimension.PAYER, Deed.PAYMENTS), new Count(Dimension.PAYER, Deed.FAILED),
            new Count(Dimension.SKU, Deed.ORDERS), new Count(Dimension.CHANNEL, Deed.ORDERS));

    static final Set<String> NUMBERS = numbers();
    static final Set<String> NAMES = Set.of(ACT, CHANNEL, SKU);

    private FactNames() {
    }

    private static Set<String> numbers() {
        var names = new TreeSet<>(Set.of(TOTAL, QUANTITY, HOUR, ALLOWED, DENIED, PROVEN, SIGNED_IN, ACCOUNT_AGE));
        COUNTS.forEach(count -> names.addAll(count.names));
        return names;
    }

    /** A count, and the names of its facts in the order of the windows. */
    public record Count(Dimension by, Deed deed, List<String> names) {

        Count(Dimension by, Deed deed) {
            this(by, deed, namesOf(by, deed));
        }

        private static List<String> namesOf(Dimension by, Deed deed) {
            var names = new ArrayList<String>();
            for (var window : Window.values()) {
                names.add(by.text() + "." + deed.text() + "." + window.text());
            }
            return List.copyOf(names);
        }
    }
}
