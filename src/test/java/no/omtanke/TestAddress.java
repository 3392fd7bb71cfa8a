package no.omtanke;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses of visitors, a new one each, from the range that is kept for tests. */
public final class TestAddress {

    private static final AtomicInteger LAST = new AtomicInteger();

    private TestAddress() {}

    public static String next() {
        int n = LAST.incrementAndGet();
        return "198." + (18 + (n >> 16) % 2) + "." + (n >> 8) % 256 + "." + n % 256;
    }
}
