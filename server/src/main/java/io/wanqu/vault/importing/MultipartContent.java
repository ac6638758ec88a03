package io.wanqu.vault.importing;

import java.io.IOException;
import java.io.InputStream;

import io.wanqu.vault.VaultProblem;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.springframework.stereotype.Component;

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
