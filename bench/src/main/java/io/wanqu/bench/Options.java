package io.wanqu.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param stored how many orders the shop holds when growth is measured, in rising numbers
 * @param write  a document whose table of figures is replaced
 * @param url   a server that runs already; empty to start one
 * @param token one of its tokens, of a shop that may be written to
 */
record Options(List<String> figures, int seconds, int buyers, int cards, List<Integer> stored, @Nullable Path write, boolean json, URI url, String token) {

    static final String USAGE = """
            bin/bench [figure …] [--all] [--seconds 20] [--buyers 128] [--cards 1000000] [--stored 1000000,10000000]
                      [--json] [--write docs/performance.md] [--url http://… --token wq_…]
            figures: %s
            """.formatted(String.join(" ", Figure.ALL.keySet()));

    static Options of(String... arguments) {
        var figures = new ArrayList<String>();
        var seconds = 20;
        var buyers = 128;
        var cards = 1_000_000;
        var stored = List.of(1_000_000);
        Path write = null;
        var json = false;
        var url = URI.create("");
        var token = "";
        for (var at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--json" -> json = true;
                case "--all" -> figures.addAll(Figure.ALL.keySet());
                case "--seconds" -> seconds = Integer.parseInt(arguments[++at]);
                case "--buyers" -> buyers = Integer.parseInt(arguments[++at]);
                case "--cards" -> cards = Integer.parseInt(arguments[++at]);
                case "--stored" -> stored = Arrays.stream(arguments[++at].split(",")).map(Integer::valueOf).toList();
                case "--write" -> write = Path.of(arguments[++at]);
                case "--url" -> url = URI.create(arguments[++at]);
                case "--token" -> token = arguments[++at];
                default -> figures.add(arguments[at]);
            }
        }
        if (figures.isEmpty() || !Figure.ALL.keySet().containsAll(figures)) {
            throw new IllegalArgumentException("name a figure\n" + USAGE);
        }
        return new Options(figures.stream().distinct().toList(), seconds, buyers, cards, stored, write, json, url, token);
    }

    boolean startsServer() {
        return url.getHost() == null;
    }

    @Override
    public String toString() {
        return "Options" + figures;
    }
}
