package io.wanqu.payment.alipay;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;

import org.jspecify.annotations.Nullable;

/** Carries what the kit has signed. The kit's own carrier sends a call again by itself when a connection breaks; this one tells. */
final class Transport extends AbstractHttpClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    @Override
    public String doPost(String url, @Nullable Map<String, String> form, String charset, @Nullable Map<String, String> headers)
            throws IOException {
        var encoding = Charset.forName(charset);
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .setHeader("Content-Type", "application/x-www-form-urlencoded;charset=" + charset)
                .setHeader("Accept", "text/plain,text/xml,text/javascript,text/html,application/json")
                .POST(BodyPublishers.ofString(encoded(form, encoding), StandardCharsets.US_ASCII));
        if (headers != null) {
            headers.forEach(request::setHeader);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString(encoding));
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public String doPost(String url, Map<String, String> form, Map<String, FileItem> files, String charset, Map<String, String> headers) {
        throw new UnsupportedOperationException("no call of this rail sends a file");
    }

    private static String encoded(@Nullable Map<String, String> form, Charset encoding) {
        return form == null ? "" : form.entrySet().stream()
                .filter(each -> each.getKey() != null && each.getValue() != null && !each.getValue().isEmpty())
                .map(each -> URLEncoder.encode(each.getKey(), encoding) + '=' + URLEncoder.encode(each.getValue(), encoding))
                .collect(Collectors.joining("&"));
    }
}
