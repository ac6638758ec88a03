package io.wanqu.kernel.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.wanqu.kernel.KernelProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A try is taken before the look and given back after a right one, so that many tries at once are not better than one by one. */
@Component
class HoldBackGuessing implements HandlerInterceptor, WebMvcConfigurer {

    private static final int WRONG_MAX = 30;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final ClientAddress addresses;
    private final Limiter limiter;

    HoldBackGuessing(ClientAddress addresses, Clock clock) {
        this.addresses = addresses;
        this.limiter = new Limiter(WRONG_MAX, PERIOD, clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (marked(handler) != null && addresses.limited(request)) {
            var outcome = limiter.take(key(request));
            if (!outcome.allowed()) {
                throw new KernelProblem.TooManyGuesses(outcome.retryAfterSeconds());
            }
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        var marked = marked(handler);
        if (marked != null && addresses.limited(request)) {
            var code = Refusal.of(request);
            if (code == null || !List.of(marked.wrong()).contains(code)) {
                limiter.giveBack(key(request));
            }
        }
    }

    private static @Nullable AgainstGuessing marked(Object handler) {
        return handler instanceof HandlerMethod method ? method.getMethodAnnotation(AgainstGuessing.class) : null;
    }

    /** One count for all that is guessed from an address: whoever guesses gifts must not begin anew with wallets. */
    private String key(HttpServletRequest request) {
        return addresses.of(request);
    }
}
