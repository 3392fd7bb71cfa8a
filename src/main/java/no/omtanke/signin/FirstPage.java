package no.omtanke.signin;

import java.util.Set;
import no.omtanke.access.Reader;
import org.springframework.security.core.authority.AuthorityUtils;

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
        Set<String> doors = AuthorityUtils.authorityListToSet(new SignedIn(reader).getAuthorities());
        return doors.contains("ROLE_STAFF") || doors.contains("ROLE_LANE") ? "/tasks" : doors.contains("ROLE_ADMINISTRATION") ? "/administration" : "/";
    }
}
