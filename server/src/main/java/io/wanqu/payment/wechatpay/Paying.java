package io.wanqu.payment.wechatpay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import com.wechat.pay.java.service.payments.app.AppService;
import com.wechat.pay.java.service.payments.h5.H5Service;
import com.wechat.pay.java.service.payments.jsapi.JsapiService;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.payments.nativepay.model.SettleInfo;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.Rail.Started;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.Seen;

import org.jspecify.annotations.Nullable;

/** Orders at the provider: asked for, looked at, closed. */
final class Paying {

    private static final int DESCRIPTION_MAX = 127;
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Client client;
    private final RailAccount account;
    private final Instructions instructions;

    Paying(Client client, RailAccount account, Instructions instructions) {
        this.client = client;
        this.account = account;
        this.instructions = instructions;
    }

    Started start(Asked asked) {
        if (!asked.amount().currency().getCurrencyCode().equals("CNY")) {
            throw RailException.refused("currency", "this rail takes CNY alone");
        }
        return Calls.call(() -> new Started(switch (asked.method()) {
            case NATIVE -> instructions.nativePay(scan(asked));
            case JSAPI, MINI -> instructions.jsapi(account.app(), jsapi(asked));
            case H5 -> instructions.h5(h5(asked));
            case APP -> instructions.app(account, app(asked));
            default -> throw RailException.refused("method", "this rail knows no " + asked.method().text());
        }, null));
    }

    private String scan(Asked asked) {
        var request = new PrepayRequest();
        var amount = new Amount();
        var settle = new SettleInfo();
        amount.setTotal(total(asked));
        amount.setCurrency("CNY");
        settle.setProfitSharing(client.sharing);
        request.setAppid(account.app());
        request.setMchid(account.payee());
        request.setDescription(description(asked));
        request.setOutTradeNo(asked.payment());
        request.setTimeExpire(time(asked.expiresAt()));
        request.setNotifyUrl(asked.notifyUrl().toString());
        request.setAmount(amount);
        request.setSettleInfo(settle);
        return new NativePayService.Builder().httpClient(client.http).build().prepay(request).getCodeUrl();
    }

    private String jsapi(Asked asked) {
        var request = new com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest();
        var amount = new com.wechat.pay.java.service.payments.jsapi.model.Amount();
        var settle = new com.wechat.pay.java.service.payments.jsapi.model.SettleInfo();
        var payer = new com.wechat.pay.java.service.payments.jsapi.model.Payer();
        amount.setTotal(total(asked));
        amount.setCurrency("CNY");
        settle.setProfitSharing(client.sharing);
        payer.setOpenid(needed(asked.buyer().payerId(), "payer"));
        request.setAppid(account.app());
        request.setMchid(account.payee());
        request.setDescription(description(asked));
        request.setOutTradeNo(asked.payment());
        request.setTimeExpire(time(asked.expiresAt()));
        request.setNotifyUrl(asked.notifyUrl().toString());
        request.setAmount(amount);
        request.setSettleInfo(settle);
        request.setPayer(payer);
        return new JsapiService.Builder().httpClient(client.http).build().prepay(request).getPrepayId();
    }

    private String h5(Asked asked) {
        var request = new com.wechat.pay.java.service.payments.h5.model.PrepayRequest();
        var amount = new com.wechat.pay.java.service.payments.h5.model.Amount();
        var settle = new com.wechat.pay.java.service.payments.h5.model.SettleInfo();
        var scene = new com.wechat.pay.java.service.payments.h5.model.SceneInfo();
        var info = new com.wechat.pay.java.service.payments.h5.model.H5Info();
        amount.setTotal(total(asked));
        amount.setCurrency("CNY");
        settle.setProfitSharing(client.sharing);
        info.setType("Wap");
        scene.setH5Info(info);
        scene.setPayerClientIp(needed(asked.buyer().clientIp(), "client address"));
        request.setAppid(account.app());
        request.setMchid(account.payee());
        request.setDescription(description(asked));
        request.setOutTradeNo(asked.payment());
        request.setTimeExpire(time(asked.expiresAt()));
        request.setNotifyUrl(asked.notifyUrl().toString());
        request.setAmount(amount);
        request.setSettleInfo(settle);
        request.setSceneInfo(scene);
        return new H5Service.Builder().httpClient(client.http).build().prepay(request).getH5Url();
    }

    private String app(Asked asked) {
        var request = new com.wechat.pay.java.service.payments.app.model.PrepayRequest();
        var amount = new com.wechat.pay.java.service.payments.app.model.Amount();
        var settle = new com.wechat.pay.java.service.payments.app.model.SettleInfo();
        amount.setTotal(total(asked));
        amount.setCurrency("CNY");
        settle.setProfitSharing(client.sharing);
        request.setAppid(account.app());
        request.setMchid(account.payee());
        request.setDescription(description(asked));
        request.setOutTradeNo(asked.payment());
        request.setTimeExpire(time(asked.expiresAt()));
        request.setNotifyUrl(asked.notifyUrl().toString());
        request.setAmount(amount);
        request.setSettleInfo(settle);
        return new AppService.Builder().httpClient(client.http).build().prepay(request).getPrepayId();
    }

    Seen query(Reference payment) {
        try {
            return Calls.call(() -> seen(transaction(payment)));
        } catch (RailException e) {
            if (Calls.isMissing(e)) {
                return Seen.unpaid(Seen.State.MISSING);
            }
            throw e;
        }
    }

    /** The provider's number of a payment, which sharing asks for. */
    String transactionOf(Reference payment) {
        if (payment.transaction() != null) {
            return payment.transaction();
        }
        var found = query(payment).transaction();
        if (found == null) {
            throw RailException.refused("not-paid", "only what was paid can be shared");
        }
        return found;
    }

    private Transaction transaction(Reference payment) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(account.payee());
        request.setOutTradeNo(payment.payment());
        return new NativePayService.Builder().httpClient(client.http).build().queryOrderByOutTradeNo(request);
    }

    static Seen seen(Transaction transaction) {
        if (transaction.getTradeState() == null) {
            throw RailException.unclear("unknown-state", "the provider names a state that is not known here");
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS, REFUND -> Seen.paid(transaction.getTransactionId(), money(transaction), transaction.getMchid(), transaction.getAppid());
            case NOTPAY, USERPAYING, ACCEPT -> Seen.unpaid(Seen.State.PENDING);
            case CLOSED, REVOKED -> Seen.unpaid(Seen.State.CLOSED);
            case PAYERROR -> Seen.unpaid(Seen.State.FAILED);
        };
    }

    static Money money(Transaction transaction) {
        return Money.of(transaction.getAmount().getTotal(), transaction.getAmount().getCurrency());
    }

    /** What can't be closed is looked at: it may have been paid in this very moment. */
    Seen close(Reference payment) {
        var request = new CloseOrderRequest();
        request.setMchid(account.payee());
        request.setOutTradeNo(payment.payment());
        try {
            Calls.run(() -> new NativePayService.Builder().httpClient(client.http).build().closeOrder(request));
            return Seen.unpaid(Seen.State.CLOSED);
        } catch (RailException e) {
            if (e.kind() == RailException.Kind.REFUSED) {
                return query(payment);
            }
            throw e;
        }
    }

    private static int total(Asked asked) {
        return Math.toIntExact(asked.amount().minor());
    }

    private static String description(Asked asked) {
        return asked.description().length() <= DESCRIPTION_MAX ? asked.description() : asked.description().substring(0, DESCRIPTION_MAX);
    }

    private static String time(Instant at) {
        return RFC_3339.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw RailException.refused("missing", "this method needs the buyer's " + name);
        }
        return value;
    }
}
