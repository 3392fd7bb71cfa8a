package no.omtanke.signin;

import no.omtanke.access.Reader;

/** Where somebody begins after signing in. */
final class FirstPage {

    private FirstPage() {}

    static String of(Reader reader) {
        if (reader.in("operator")) {
            return "/operations";
        }
        if (reader.in("auditor")) {
            return "/history";
        }
        return new SignedIn(reader).getAuthorities().isEmpty() ? "/" : "/tasks";
    }
}
