package io.wanqu.settlement;

import io.wanqu.testing.Api;

import org.springframework.stereotype.Component;

/** Gives a rail the terms under which tests share and pay out; terms hold for all shops, so another test may have given the same. */
@Component
public class Licence {

    private static final String FROM = "2020-01-01";

    private final Api api;
    private final Purse purse;

    Licence(Api api, Purse purse) {
        this.api = api;
        this.purse = purse;
    }

    /** Insists that these very terms hold afterwards, whoever gave them. */
    public void give(String rail) {
        var answer = api.post("/api/v1/operator/rail-terms", purse.operator(), """
                {"rail":"%s","from":"%s","licensed":true,"splitMaxBasisPoints":3000,"freezeDaysMax":180,"feeBasisPoints":0,
                 "receiversMax":50,"payoutMinMinor":1,"payoutMaxMinor":100000000,"source":"a contract"}""".formatted(rail, FROM));
        var given = answer.status() == 201 || answer.status() == 422 && answer.code().equals("kernel.invalid-value")
                && answer.json().path("field").asString().equals("/from");
        if (!given || !holds(rail)) {
            throw new IllegalStateException("no terms for " + rail + ": " + answer.text());
        }
    }

    private boolean holds(String rail) {
        return api.get("/api/v1/operator/rail-terms", purse.operator()).json().valueStream().anyMatch(row -> row.path("rail").asString().equals(rail)
                && row.path("from").asString().equals(FROM) && row.path("licensed").asBoolean() && row.path("splitMaxBasisPoints").asInt() == 3000
                && row.path("freezeDaysMax").asInt() == 180 && row.path("feeBasisPoints").asInt() == 0 && row.path("receiversMax").asInt() == 50
                && row.path("payoutMinMinor").asLong() == 1 && row.path("payoutMaxMinor").asLong() == 100_000_000);
    }
}
