package io.wanqu.simulators.doudian;

/** An application of a software maker, known to the platform by key and secret. */
record App(String key, String secret) {

    @Override
    public String toString() {
        return "App[" + key + "]";
    }
}
