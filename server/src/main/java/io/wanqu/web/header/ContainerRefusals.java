package io.wanqu.web.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the container refuses before any code of ours hears of it, a path with an encoded slash for one, is answered as a
 * problem like everything else; the container's own page would be HTML, and say what it is.
 */
public final class ContainerRefusals extends ErrorReportValve {

    private static final String BODY = "{\"type\":\"/problems/web.malformed-request\",\"title\":\"The request can not be read\",\"status\":%d,"
            + "\"code\":\"web.malformed-request\"}";

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("application/problem+json");
            var out = response.getOutputStream();
            out.write(BODY.formatted(response.getStatus()).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Whoever asked is gone, or has got half of an answer: there is nobody to tell.
            container.getLogger().debug("a refusal could not be told", e);
        }
    }

    /** Puts it in the place of the container's own. */
    @Configuration(proxyBeanMethods = false)
    static class InPlace {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsAsProblems() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ContainerRefusals.class.getName());
                }
            });
        }
    }
}
