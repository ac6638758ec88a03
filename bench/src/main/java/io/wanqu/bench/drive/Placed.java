package io.wanqu.bench.drive;

/** An order as its buyer knows it. */
public record Placed(String number, String token, String payment, long minor) {

    static Placed of(Reply reply) {
        return new Placed(reply.field("number"), reply.field("token"), reply.field("id"), Long.parseLong(reply.field("minor")));
    }
}
