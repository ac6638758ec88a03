package io.wanqu.payment.alipay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.alipay.api.AlipayRequest;
import com.alipay.api.domain.AlipayTradeAppPayModel;
import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradePagePayModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeWapPayModel;
import com.alipay.api.domain.ExtendParams;
import com.alipay.api.request.AlipayTradeAppPayRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeWapPayRequest;
import com.alipay.api.response.AlipayTradeQueryResponse;

import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.Rail.Started;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.Seen;

import org.jspecify.annotations.Nullable;

/** Trades at the provider: asked for, looked at, closed. A trade begins to exist only when a buyer looks at it. */
final class Paying {

    static final String NO_TRADE = "ACQ.TRADE_NOT_EXIST";

    private static final int SUBJECT_MAX = 256;
    /** The provider writes times as the clocks of Beijing show them. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String VIRTUAL = "0";

    private final Client client;

    Paying(Client client) {
        this.client = client;
    }

    Started start(Asked asked) {
        return new Started(switch (asked.method()) {
            case PAGE -> Map.of("url", client.page(addressed(page(asked), asked)));
            case WAP -> Map.of("url", client.page(addressed(wap(asked), asked)));
            case PRECREATE -> Map.of("qr_code", client.call(addressed(code(asked), asked)).getQrCode());
            case APP -> Map.of("order", client.order(addressed(app(asked), asked)));
            default -> throw RailException.refused("method", "this rail knows no " + asked.method().text());
        }, null);
    }

    private AlipayTradePagePayRequest page(Asked asked) {
        var model = new AlipayTradePagePayModel();
        model.setOutTradeNo(asked.payment());
        model.setTotalAmount(Yuan.text(asked.amount()));
        model.setSubject(subject(asked));
        model.setProductCode("FAST_INSTANT_TRADE_PAY");
        model.setTimeExpire(time(asked.expiresAt()));
        model.setGoodsType(VIRTUAL);
        model.setExtendParams(extend());
        var request = new AlipayTradePagePayRequest();
        request.setBizModel(model);
        return request;
    }

    private AlipayTradeWapPayRequest wap(Asked asked) {
        var model = new AlipayTradeWapPayModel();
        model.setOutTradeNo(asked.payment());
        model.setTotalAmount(Yuan.text(asked.amount()));
        model.setSubject(subject(asked));
        model.setProductCode("QUICK_WAP_WAY");
        model.setTimeExpire(time(asked.expiresAt()));
        model.setGoodsType(VIRTUAL);
        model.setExtendParams(extend());
        if (asked.buyer().returnUrl() != null) {
            model.setQuitUrl(asked.buyer().returnUrl().toString());
        }
        var request = new AlipayTradeWapPayRequest();
        request.setBizModel(model);
        return request;
    }

    private AlipayTradePrecreateRequest code(Asked asked) {
        var model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(asked.payment());
        model.setTotalAmount(Yuan.text(asked.amount()));
        model.setSubject(subject(asked));
        model.setProductCode("FACE_TO_FACE_PAYMENT");
        model.setTimeExpire(time(asked.expiresAt()));
        model.setExtendParams(extend());
        var request = new AlipayTradePrecreateRequest();
        request.setBizModel(model);
        return request;
    }

    /** The product's code is from memory [M]. */
    private AlipayTradeAppPayRequest app(Asked asked) {
        var model = new AlipayTradeAppPayModel();
        model.setOutTradeNo(asked.payment());
        model.setTotalAmount(Yuan.text(asked.amount()));
        model.setSubject(subject(asked));
        model.setProductCode("QUICK_MSECURITY_PAY");
        model.setTimeExpire(time(asked.expiresAt()));
        model.setGoodsType(VIRTUAL);
        model.setExtendParams(extend());
        var request = new AlipayTradeAppPayRequest();
        request.setBizModel(model);
        return request;
    }

    private static <T extends AlipayRequest<?>> T addressed(T request, Asked asked) {
        request.setNotifyUrl(asked.notifyUrl().toString());
        if (asked.buyer().returnUrl() != null) {
            request.setReturnUrl(asked.buyer().returnUrl().toString());
        }
        return request;
    }

    private @Nullable ExtendParams extend() {
        if (!client.sharing) {
            return null;
        }
        var extend = new ExtendParams();
        extend.setRoyaltyFreeze("true");
        return extend;
    }

    Seen query(Reference payment) {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(payment.payment());
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        var answer = client.ask(request);
        if (answer.isSuccess()) {
            return seen(answer);
        }
        if (NO_TRADE.equals(answer.getSubCode())) {
            return Seen.unpaid(Seen.State.MISSING);
        }
        throw Client.refusal(answer);
    }

    /** The answer names no payee: the account's own application asked, and only its own trades are shown to it. */
    private Seen seen(AlipayTradeQueryResponse answer) {
        return switch (String.valueOf(answer.getTradeStatus())) {
            case "WAIT_BUYER_PAY" -> Seen.unpaid(Seen.State.PENDING);
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(answer);
            // Closed stands for two things: never paid, or paid and wholly refunded. Only the latter has a time of payment.
            case "TRADE_CLOSED" -> answer.getSendPayDate() == null ? Seen.unpaid(Seen.State.CLOSED) : paid(answer);
            default -> throw RailException.unclear("unknown-state", "the provider names a state that is not known here");
        };
    }

    private Seen paid(AlipayTradeQueryResponse answer) {
        try {
            return Seen.paid(answer.getTradeNo(), Yuan.money(answer.getTotalAmount()), client.account.payee(), client.account.app());
        } catch (ArithmeticException | NumberFormatException e) {
            throw RailException.unclear("bad-amount", "the provider's answer holds no amount");
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

    /** What can't be closed is looked at: it may have been paid in this very moment. */
    Seen close(Reference payment) {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(payment.payment());
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        var answer = client.ask(request);
        if (answer.isSuccess()) {
            return Seen.unpaid(Seen.State.CLOSED);
        }
        var refusal = Client.refusal(answer);
        if (refusal.kind() != RailException.Kind.REFUSED) {
            throw refusal;
        }
        return query(payment);
    }

    private static String subject(Asked asked) {
        var subject = asked.description().replaceAll("[/=&]", " ");
        return subject.length() <= SUBJECT_MAX ? subject : subject.substring(0, SUBJECT_MAX);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
