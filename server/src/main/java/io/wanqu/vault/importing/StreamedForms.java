package io.wanqu.vault.importing;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Leaves the forms that carry card keys to {@link MultipartContent}, so that nothing buffers them. */
@Configuration(proxyBeanMethods = false)
class StreamedForms {

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return !request.getRequestURI().startsWith("/api/v1/imports") && super.isMultipart(request);
            }
        };
    }
}
