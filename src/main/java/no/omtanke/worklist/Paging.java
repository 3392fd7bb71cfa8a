package no.omtanke.worklist;

import java.util.function.IntFunction;

/** Where in a long list one is. The addresses are null at its ends. @param pages 0 when nobody counted them */
record Paging(int page, int pages, String previous, String next) {

    static Paging of(int page, int pages, IntFunction<String> path) {
        return of(page, pages, page < pages, path);
    }

    static Paging of(int page, int pages, boolean more, IntFunction<String> path) {
        return new Paging(page, pages, page > 1 ? path.apply(page - 1) : null, more ? path.apply(page + 1) : null);
    }
}
