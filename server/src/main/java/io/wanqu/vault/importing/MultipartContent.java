package io.wanqu.vault.importing;

import java.io.IOException;
import java.io.InputStream;

import io.wanqu.vault.VaultProblem;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Reads the file of a form as a stream. The usual way would lay it on disk first, in plain. */
@Component
class MultipartContent {

    InputStream file(HttpServletRequest request) throws IOException {
        try {
            var parts = new FileUpload().getItemIterator(new Body(request));
            while (parts.hasNext()) {
                var part = parts.next();
                if (!part.isFormField()) {
                    return part.openStream();
                }
            }
        } catch (FileUploadException e) {
            throw new VaultProblem.ContentUnreadable("a form with one file");
        }
        throw new VaultProblem.ContentUnreadable("a form with one file");
    }

    /** Leaves the forms that carry card keys to this class, so that nothing buffers them. */
    @Configuration(proxyBeanMethods = false)
    static class StreamedForms {

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

    private record Body(HttpServletRequest request) implements UploadContext {

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getCharacterEncoding() {
            return request.getCharacterEncoding();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
