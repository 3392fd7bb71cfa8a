package no.omtanke.worklist;

import java.util.function.IntFunction;

/** Where in a long list one is. The addresses are null at its ends. */
record Paging(int page, int pages, String previous, String next) {

    static Paging of(int page, int pages, IntFunction<String> path) {
        return new Paging(
                page, pages, page > 1 ? path.apply(page - 1) : null, page < pages ? path.apply(page + 1) : null);
    }
}
