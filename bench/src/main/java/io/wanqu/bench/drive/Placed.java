package io.wanqu.bench.drive;

/** An order as its buyer knows it, and the address he has. */
public record Placed(String number, String token, String payment, long minor, String address) {

    static Placed of(Basket basket, Reply reply) {
        return new Placed(reply.field("number"), reply.field("token"), reply.field("id"), Long.parseLong(reply.field("minor")),
                basket.address());
    }
}
