package io.wanqu.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.kernel.Text;

import org.springframework.stereotype.Component;

/** The rails this server knows, by name. */
@Component
public class Rails {

    private final Map<String, Rail> rails;

    Rails(List<Rail> rails) {
        this.rails = rails.stream().collect(Collectors.toUnmodifiableMap(Rail::name, Function.identity()));
    }

    public Rail named(String name) {
        var rail = rails.get(name);
        if (rail == null) {
            throw new PaymentProblem.UnknownRail(Text.shorten(name));
        }
        return rail;
    }

    public boolean knows(String name) {
        return rails.containsKey(name);
    }
}
