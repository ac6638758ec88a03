package io.wanqu.kernel.trail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.GroupCommit;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Presented;
import io.wanqu.kernel.http.Refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down every request of a shop's or the platform's people that could change something, also where it was refused,
 * unless the deed has written itself down. Whoever asks at the same moment shares one statement, and nobody hears an answer
 * before it is written. What buyers ask for takes no caller and passes by.
 */
@Component
class RecordRequests implements HandlerInterceptor, WebMvcConfigurer, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RecordRequests.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int BATCH_MAX = 200;
    /** Identifiers, counts, days and names of kinds; what else may stand in a path could be a secret or a person's. */
    private static final Pattern HARMLESS = Pattern.compile("\\d{1,8}|\\d{13,19}|[a-z][a-z_-]{0,39}|\\d{4}-\\d{2}(-\\d{2})?");

    private final ReadActs acts;
    private final Ids ids;
    private final GroupCommit<TrailRow, Boolean> group;
    private final Map<HandlerMethod, Boolean> ofStaff = new ConcurrentHashMap<>();

    RecordRequests(TrailTable table, ReadActs acts, Ids ids, TransactionTemplate transaction) {
        this.acts = acts;
        this.ids = ids;
        this.group = new GroupCommit<>("trail", 1, BATCH_MAX, rows -> transaction.execute(status -> {
            table.add(rows);
            return rows.stream().map(row -> true).toList();
        }));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception exception) {
        var caller = Presented.by(request).caller();
        if (caller == null || SAFE.contains(request.getMethod()) || !isOfStaff(handler) || ReadActs.isNoted(request)) {
            return;
        }
        var act = acts.of(request);
        var variables = variables(request);
        var row = new TrailRow(shop(caller, variables), ids.next(), act, act.route(), subject(variables), outcome(request, response, exception),
                "", "");
        try {
            group.submit(row);
        } catch (RuntimeException e) {
            log.error("no entry in the trail for {} by {}, outcome {}", act.route(), act.actor(), row.outcome(), e);
        }
    }

    private boolean isOfStaff(Object handler) {
        return handler instanceof HandlerMethod method && ofStaff.computeIfAbsent(method,
                it -> Arrays.stream(it.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Caller.class));
    }

    /** What the platform's people do to a shop stands in the shop's trail, for the shop to see. */
    private static long shop(Caller caller, Map<String, String> variables) {
        var named = variables.get("shop");
        return caller.shop().equals(ShopId.PLATFORM) && named != null && named.matches("\\d{13,18}") ? Long.parseLong(named)
                : caller.shop().value();
    }

    private static String subject(Map<String, String> variables) {
        return variables.isEmpty() ? "" : List.copyOf(variables.entrySet()).getLast().toString().replace('=', ':');
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> found)) {
            return Map.of();
        }
        var variables = new LinkedHashMap<String, String>();
        ((Map<String, String>) found).forEach((name, value) ->
                variables.put(name, HARMLESS.matcher(value).matches() ? value : Change.HIDDEN));
        return variables;
    }

    private static String outcome(HttpServletRequest request, HttpServletResponse response, @Nullable Exception exception) {
        var code = Refusal.of(request);
        return code != null ? code : exception != null ? "web.unexpected" : Integer.toString(response.getStatus());
    }

    @Override
    public void destroy() {
        group.close();
    }
}
