package no.omtanke.signin;

import no.omtanke.organization.WhoCanSignIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A local account, or a name at Feide, Entra ID or another provider. */
@Component
class WaysIn implements WhoCanSignIn {

    private final JdbcClient jdbc;

    WaysIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean canSignIn(long person) {
        return jdbc.sql("select exists (select 1 from account where person_id = :person)"
                        + " or exists (select 1 from person_identity where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
