package io.wanqu.payment.wechatpay;

import java.net.ConnectException;
import java.util.Set;
import java.util.function.Supplier;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;

import io.wanqu.payment.rail.RailException;

/** Turns the kit's complaints, which quote whole requests, into words that may be logged. */
final class Calls {

    /** Answers that mean: there is no such thing here. The pairing with 404 is from memory [M], so the codes decide. */
    private static final Set<String> MISSING = Set.of("ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS", "NOT_FOUND");
    private static final Set<String> UNCLEAR = Set.of("SYSTEM_ERROR", "BANK_ERROR");
    /** It did not happen, but may once somebody brought money or some time has passed. */
    private static final Set<String> LATER = Set.of("FREQUENCY_LIMITED", "NOTENOUGH", "NOT_ENOUGH");

    private Calls() {
    }

    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (ServiceException e) {
            throw answered(e);
        } catch (HttpException e) {
            throw e.getCause() instanceof ConnectException
                    ? RailException.later("not-reached", "the provider can't be reached")
                    : RailException.unclear("no-answer", "the provider gave no answer");
        } catch (JsonParseException e) {
            throw RailException.unclear("unreadable-answer", "something between us and the provider answers, but not in its words");
        } catch (WechatPayException | IllegalArgumentException e) {
            throw RailException.unclear("unverified-answer", "the answer is not the provider's, or too old: " + e.getClass().getSimpleName());
        }
    }

    static void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }

    static boolean isMissing(RailException e) {
        return MISSING.contains(e.code());
    }

    private static RailException answered(ServiceException e) {
        var status = e.getHttpStatusCode();
        var code = e.getErrorCode() == null || e.getErrorCode().isEmpty() ? "HTTP_" + status : e.getErrorCode();
        var words = "answered with status " + status;
        if (status == 429 || LATER.contains(code)) {
            return RailException.later(code, words);
        }
        return status >= 500 || UNCLEAR.contains(code) ? RailException.unclear(code, words) : RailException.refused(code, words);
    }
}
