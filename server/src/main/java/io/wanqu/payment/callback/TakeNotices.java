package io.wanqu.payment.callback;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.SettlesElse;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.payment.callback.PaymentAlerts.Trouble;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes in what a provider tells: verified on the raw bytes, compared with what was asked for, followed once. Whatever does
 * not fit changes nothing and is kept for a person to look at.
 */
@Service
public class TakeNotices {

    private static final Logger log = LoggerFactory.getLogger(TakeNotices.class);

    private final SettlesPayments settles;
    private final ToldPayments told;
    private final FollowRefundNotices refunds;
    private final ChargeBacks chargeBacks;
    private final PaymentAlerts alerts;
    private final List<SettlesElse> others;

    TakeNotices(SettlesPayments settles, ToldPayments told, FollowRefundNotices refunds, ChargeBacks chargeBacks, PaymentAlerts alerts,
            List<SettlesElse> others) {
        this.settles = settles;
        this.told = told;
        this.refunds = refunds;
        this.chargeBacks = chargeBacks;
        this.alerts = alerts;
        this.others = others;
    }

    /** The headers of a request, by lower-case name. */
    public static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, second) -> first));
    }

    public static PaymentProblem refusal(ForgedNotice forged) {
        return forged.kind() == ForgedNotice.Kind.UNREADABLE
                ? new PaymentProblem.UnreadableCallback() : new PaymentProblem.ForgedCallback(String.valueOf(forged.getMessage()));
    }

    /** Returns when everything told is durable; refuses when any of it does not fit. */
    public void take(Rail rail, RailAccount account, Map<String, String> headers, byte[] body) {
        var fits = true;
        for (var notice : read(rail, account, headers, body)) {
            fits &= follow(account, notice);
        }
        if (!fits) {
            throw new PaymentProblem.Mismatch();
        }
    }

    private List<RailNotice> read(Rail rail, RailAccount account, Map<String, String> headers, byte[] body) {
        try {
            return rail.read(account, headers, body);
        } catch (RailException e) {
            // The provider's keys could not be had: nothing is known of this callback, and it must come again.
            log.warn("a callback of {} for shop {} must come again: {}", rail.name(), account.key().shop(), e.toString());
            throw new PaymentProblem.RailUnavailable(rail.name());
        } catch (ForgedNotice e) {
            var trouble = switch (e.kind()) {
                case FORGED -> Trouble.FORGED;
                case STALE -> Trouble.STALE;
                case UNREADABLE -> Trouble.UNREADABLE;
                case PROBE -> null;
            };
            if (trouble != null && told.exists(account.key().shop())) {
                alerts.raise(account, trouble, "", "needed is " + e.getMessage());
            }
            throw refusal(e);
        }
    }

    private boolean follow(RailAccount account, RailNotice notice) {
        if (notice.app() != null && !notice.app().equals(account.app())) {
            alerts.raise(account, Trouble.APP, notice.payment(), "told of application " + notice.app());
            return false;
        }
        return switch (notice.what()) {
            case PAID, FAILED, CLOSED -> settle(account, notice);
            case REFUND_SUCCEEDED, REFUND_FAILED -> refunds.follow(account, notice);
            case CHARGED_BACK, CHARGE_BACK_WON -> chargeBacks.follow(account, notice);
        };
    }

    private boolean settle(RailAccount account, RailNotice notice) {
        var payment = told.number(account, notice);
        if (payment == null) {
            alerts.raise(account, Trouble.UNKNOWN_PAYMENT, notice.payment(), "told of a payment that was never asked for");
            return false;
        }
        var fitting = new Notice(account.rail(), notice.event(), account.key().shop(), payment, notice.payee(), notice.amount(),
                notice.what() == What.PAID);
        return mayKeep(account, notice, fitting) && settle(account, fitting);
    }

    /** The provider's number is kept only of a payment that fits: a notice that does not must not stand in the way of the real one. */
    private boolean mayKeep(RailAccount account, RailNotice notice, Notice fitting) {
        var transaction = notice.transaction();
        if (notice.what() != What.PAID || transaction == null) {
            return true;
        }
        var asked = told.find(fitting);
        if (asked == null || trouble(asked, fitting) != null) {
            return mismatch(account, fitting, asked);
        }
        if (!told.keep(account, fitting.payment(), transaction)) {
            alerts.raise(account, Trouble.TRANSACTION, Long.toString(fitting.payment()), "told of transaction " + transaction);
            return false;
        }
        return true;
    }

    /** The same for what an authenticated question showed; false when it does not fit what was asked for. */
    public boolean settle(RailAccount account, Notice notice) {
        var asked = told.find(notice);
        var owner = others.stream().filter(other -> asked != null && other.owns(asked.shop(), asked.subject())).findFirst();
        var outcome = owner.isPresent() ? owner.get().settle(notice) : settles.settle(notice);
        return outcome != Settlement.MISMATCH || mismatch(account, notice, asked);
    }

    private static @Nullable Trouble trouble(Payment asked, Notice notice) {
        return !asked.rail().equals(notice.rail()) ? Trouble.UNKNOWN_PAYMENT
                : !asked.payee().equals(notice.payee()) ? Trouble.PAYEE
                : !Objects.equals(asked.amount().currency(), notice.amount().currency()) ? Trouble.CURRENCY
                : asked.amount().minor() != notice.amount().minor() ? Trouble.AMOUNT : null;
    }

    private boolean mismatch(RailAccount account, Notice notice, @Nullable Payment asked) {
        var trouble = asked == null ? Trouble.UNKNOWN_PAYMENT : Objects.requireNonNullElse(trouble(asked, notice), Trouble.AMOUNT);
        alerts.raise(account, trouble, Long.toString(notice.payment()),
                "told " + notice.amount() + " to " + notice.payee() + (asked == null ? "" : ", asked " + asked.amount() + " to " + asked.payee()));
        return false;
    }
}
