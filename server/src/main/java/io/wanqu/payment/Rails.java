package io.wanqu.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.Text;
import io.wanqu.payment.Payment.State;
import io.wanqu.payment.account.RailAccounts;
import io.wanqu.payment.rail.BuiltInRail;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailAccount;

import org.springframework.stereotype.Component;

/** The rails this server knows, by name, and which of them a channel of a shop may be paid by. */
@Component
public class Rails {

    private static final Map<String, String> TO_BE_STARTED = Map.of("how", "start the payment of this order");

    private final Map<String, Rail> rails;
    private final RailAccounts accounts;
    private final RailsAllowed allowed;

    Rails(List<Rail> rails, RailAccounts accounts, RailsAllowed allowed) {
        this.rails = rails.stream().collect(Collectors.toUnmodifiableMap(Rail::name, Function.identity()));
        this.accounts = accounts;
        this.allowed = allowed;
    }

    /** Refuses a name that stands for no rail, and a rail that takes no money for this channel. */
    public void mustTake(String rail, ShopId shop, ChannelId channel) {
        payee(rail, shop, channel);
    }

    /** Who must receive the money. No provider is asked, and mostly no statement is needed. */
    public Payee payee(String rail, ShopId shop, ChannelId channel) {
        var wanted = named(rail);
        if (!allowed.allows(shop, channel, rail)) {
            throw new PaymentProblem.RailNotOffered(rail);
        }
        return switch (wanted) {
            case BuiltInRail builtIn when !builtIn.offered(shop) -> throw new PaymentProblem.RailNotOffered(rail);
            case BuiltInRail builtIn -> new Payee(rail, builtIn.account(shop).payee(), 0, State.PENDING);
            case Rail other -> accounts.find(shop, channel, other.name())
                    .map(account -> new Payee(rail, account.payee(), account.key().id(), State.INIT))
                    .orElseThrow(() -> new PaymentProblem.RailNotOffered(rail));
        };
    }

    /** What the buyer needs in order to pay, as far as that is known without asking a provider. */
    public Map<String, String> instruction(Payment payment) {
        return named(payment.rail()) instanceof BuiltInRail builtIn
                ? builtIn.instruction(payment.shop(), Long.toString(payment.id())) : TO_BE_STARTED;
    }

    /** The rails that take a channel's money in this way. */
    public List<String> offered(ShopId shop, ChannelId channel, Method method) {
        return offered(shop, channel).stream().filter(name -> named(name).methods().contains(method)).toList();
    }

    /** All rails that take a channel's money, those with an account first. */
    public List<String> offered(ShopId shop, ChannelId channel) {
        var names = new ArrayList<String>();
        accounts.taking(shop, channel).stream().map(RailAccount::rail).filter(rails::containsKey).forEach(names::add);
        rails.values().stream().filter(rail -> rail instanceof BuiltInRail builtIn && builtIn.offered(shop))
                .map(Rail::name).sorted().forEach(names::add);
        return names.stream().filter(name -> allowed.allows(shop, channel, name)).toList();
    }

    /** The account a payment was asked through. */
    public Optional<RailAccount> account(Payment payment) {
        return named(payment.rail()) instanceof BuiltInRail builtIn ? Optional.of(builtIn.account(payment.shop())) : accounts.byId(payment.account());
    }

    /** A shop's account at a provider by its number, whatever its state. */
    public Optional<RailAccount> account(long account) {
        return accounts.byId(account);
    }

    public boolean needsAccount(String rail) {
        return !(named(rail) instanceof BuiltInRail);
    }

    public Rail named(String name) {
        var rail = rails.get(name);
        if (rail == null) {
            throw new PaymentProblem.UnknownRail(Text.shorten(name));
        }
        return rail;
    }

    /**
     * Who receives a payment.
     *
     * @param first how far a payment is when nothing but this is known
     */
    public record Payee(String rail, String payee, long account, State first) {
    }
}
