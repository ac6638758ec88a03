package io.wanqu.kernel.trail;

/**
 * Who does something, from where, and by which request.
 *
 * @param actor       {@code account:1}, {@code token:2} or {@code system}
 * @param route       method and template of the path; empty for what no request asked for
 * @param idempotency a digest of the request's idempotency key, empty where there is none
 */
record Act(String actor, String name, String route, String request, String address, String idempotency) {

    static final Act SYSTEM = new Act("system", "", "", "", "", "");
}
