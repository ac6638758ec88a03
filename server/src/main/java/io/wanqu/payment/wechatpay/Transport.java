package io.wanqu.payment.wechatpay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;

/** Carries what the kit has signed to the provider's address, and nowhere else, whatever host stands in the request. */
final class Transport extends AbstractHttpClient {

    static final URI PROVIDER = URI.create("https://api.mch.weixin.qq.com");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    /** The kit looks for exactly these spellings, and servers spell as they like. */
    private static final List<String> NAMES =
            List.of("Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature", "Request-ID");

    private final URI base;

    Transport(Credential credential, Validator validator, URI base) {
        super(credential, validator);
        this.base = base;
    }

    @Override
    protected String getHttpClientInfo() {
        return "java.net.http/" + Runtime.version().feature();
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        var answer = send(request);
        var headers = new HashMap<String, String>();
        NAMES.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        return new OriginalResponse.Builder()
                .request(request)
                .headers(headers)
                .statusCode(answer.statusCode())
                .contentType(answer.headers().firstValue("Content-Type").orElse(null))
                .body(new String(answer.body(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        var answer = send(request);
        if (isInvalidHttpCode(answer.statusCode())) {
            throw new ServiceException(request, answer.statusCode(), "");
        }
        return new ByteArrayInputStream(answer.body());
    }

    private java.net.http.HttpResponse<byte[]> send(HttpRequest request) {
        var built = java.net.http.HttpRequest.newBuilder(target(request.getUri())).timeout(PATIENCE);
        for (Map.Entry<String, String> header : request.getHeaders().getHeaders().entrySet()) {
            built.setHeader(header.getKey(), header.getValue());
        }
        built.method(request.getHttpMethod().name(), request.getHttpMethod() == HttpMethod.GET
                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(((JsonRequestBody) request.getBody()).getBody()));
        try {
            return HTTP.send(built.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new HttpException(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpException(request, new IOException(e));
        }
    }

    /** Path and query stay as they were signed. */
    private URI target(URI signed) {
        return URI.create(base + signed.getRawPath() + (signed.getRawQuery() == null ? "" : "?" + signed.getRawQuery()));
    }
}
