package io.wanqu.simulators;


/** How many calls a second an application may make, as published or as a test wants it. */
public final class Limits {

    private static final int AS_PUBLISHED = -1;

    private final RateLimit rate = new RateLimit();
    private volatile int forAll = AS_PUBLISHED;

    /** Replaces the published limits; zero lifts them, a negative number brings them back. */
    public void replace(int perSecond) {
        forAll = perSecond;
    }

    public boolean allows(String key, int published, long second) {
        return rate.allows(key, forAll >= 0 ? forAll : published, second);
    }
}
