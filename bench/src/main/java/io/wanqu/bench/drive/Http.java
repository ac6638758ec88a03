package io.wanqu.bench.drive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept alive: a request is written in one piece, an answer read whole. For one thread at a
 * time. After a failure the next call connects anew.
 */
public final class Http implements AutoCloseable {

    private static final int CONNECT_MILLIS_MAX = 5_000;
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);
    private static final int BUFFER_BYTES = 8 * 1024;

    private final URI server;
    private final Duration answerMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable Socket socket;
    private int from;
    private int to;

    public Http(URI server) {
        this(server, ANSWER_MAX);
    }

    /** @param answerMax how long an answer may take */
    Http(URI server, Duration answerMax) {
        this.server = server;
        this.answerMax = answerMax;
    }

    public Reply get(String path, String... headers) throws IOException {
        return send("GET", path, new byte[0], headers);
    }

    public Reply post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param headers whole lines such as {@code Device-Id: 7} */
    public Reply send(String method, String path, byte[] body, String... headers) throws IOException {
        try {
            var open = open();
            open.getOutputStream().write(request(method, path, body, headers));
            return read(open.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(Math.toIntExact(answerMax.toMillis()));
            open.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS_MAX);
            socket = open;
            from = 0;
            to = 0;
        }
        return open;
    }

    private byte[] request(String method, String path, byte[] body, String... headers) {
        var head = new StringBuilder(256).append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ")
                .append(server.getAuthority()).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length).append("\r\n");
        }
        var text = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = new byte[text.length + body.length];
        System.arraycopy(text, 0, whole, 0, text.length);
        System.arraycopy(body, 0, whole, text.length, body.length);
        return whole;
    }

    private Reply read(InputStream in) throws IOException {
        var statusLine = line(in);
        var status = Integer.parseInt(statusLine, 9, 12, 10);
        var length = 0;
        var chunked = false;
        var last = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.endsWith("close");
            }
        }
        var body = new ByteArrayOutputStream(Math.max(length, 512));
        if (chunked) {
            for (var size = chunkSize(in); size > 0; size = chunkSize(in)) {
                copy(in, size, body);
                line(in);
            }
            line(in);
        } else {
            copy(in, length, body);
        }
        if (last) {
            close();
        }
        return new Reply(status, body.toByteArray());
    }

    private int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            if (from == to) {
                fill(in);
            }
            var next = buffer[from++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) (next & 0xff));
            }
        }
    }

    private void copy(InputStream in, int length, ByteArrayOutputStream body) throws IOException {
        var left = length;
        while (left > 0) {
            if (from == to) {
                fill(in);
            }
            var count = Math.min(left, to - from);
            body.write(buffer, from, count);
            from += count;
            left -= count;
        }
    }

    private void fill(InputStream in) throws IOException {
        var count = in.read(buffer);
        if (count < 0) {
            throw new EOFException("the server closed the connection");
        }
        from = 0;
        to = count;
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it was broken before, and a new one is opened for the next call
            }
        }
    }
}
