package no.omtanke.signin;

import java.util.List;
import java.util.Set;
import no.omtanke.access.Reader;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in reader; the authorities only decide which doors open, the policy decides what lies behind. */
class SignedIn extends AbstractAuthenticationToken {

    private static final Set<String> STAFF = Set.of(
            "contact-teacher", "staff", "social-teacher", "leadership", "school-owner");

    private final Reader reader;

    SignedIn(Reader reader) {
        super(authorities(reader));
        this.reader = reader;
        setAuthenticated(true);
    }

    @Override
    public Reader getPrincipal() {
        return reader;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return String.valueOf(reader.personId());
    }

    private static List<GrantedAuthority> authorities(Reader reader) {
        var names = new java.util.TreeSet<String>();
        // Whoever answers for a body has its tasks; of cases they see what is shared with it.
        if (STAFF.stream().anyMatch(reader::holds) || reader.holds("body")) {
            names.add("ROLE_STAFF");
        }
        if (reader.holds("health-service")) {
            names.add("ROLE_LANE");
        }
        if (reader.in("auditor") || reader.holds("leadership") || reader.in("school-owner")) {
            names.add("ROLE_HISTORY");
        }
        if (reader.in("school-owner")) {
            names.add("ROLE_OWNER");
        }
        if (reader.in("administrator")) {
            names.add("ROLE_LIBRARY");
            names.add("ROLE_ADMINISTRATION");
        }
        if (reader.in("operator")) {
            names.add("ROLE_OPERATOR");
        }
        return names.stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }
}
