package io.wanqu.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.Text;

import org.springframework.stereotype.Component;

/** The rails this server knows, by name. */
@Component
public class Rails {

    private final Map<String, Rail> rails;

    Rails(List<Rail> rails) {
        this.rails = rails.stream().collect(Collectors.toUnmodifiableMap(Rail::name, Function.identity()));
    }

    /** Refuses a name that stands for no rail. */
    public void mustKnow(String name) {
        named(name);
    }

    /** The merchant account that must receive the money. */
    public String payee(String rail, ShopId shop) {
        return named(rail).payee(shop);
    }

    /** What the buyer needs in order to pay. */
    public Map<String, String> instruction(Payment payment) {
        return named(payment.rail()).instruction(payment);
    }

    Rail named(String name) {
        var rail = rails.get(name);
        if (rail == null) {
            throw new PaymentProblem.UnknownRail(Text.shorten(name));
        }
        return rail;
    }
}
