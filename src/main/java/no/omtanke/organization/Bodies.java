package no.omtanke.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of bodies. Public because cases ask them, families find them and administrators keep it. */
@Service
@Transactional
public class Bodies {

    private static final String VALID = " h.from_date <= :today and (h.to_date is null or h.to_date > :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Bodies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every one, also those that are closed: the municipality's first, then school by school, by name. */
    @Transactional(readOnly = true)
    public List<Body> all() {
        return jdbc.sql("select * from body order by school_id nulls first, name, id").query(Bodies::body).list();
    }

    /** Whom a school can ask: its own and the municipality's. */
    @Transactional(readOnly = true)
    public List<Body> of(int schoolId) {
        return all().stream()
                .filter(body -> !body.closed() && (body.schoolId() == null || body.schoolId() == schoolId))
                .toList();
    }

    /** The body of the kind that can be reached from a school, by an account or an address: its own before the municipality's. */
    @Transactional(readOnly = true)
    public Optional<Body> reachable(BodyKind kind, int schoolId) {
        return of(schoolId).stream()
                .filter(body -> body.kind() == kind)
                .filter(body -> body.email() != null || !holders(body.id()).isEmpty())
                .reduce((first, second) -> second.schoolId() != null ? second : first);
    }

    @Transactional(readOnly = true)
    public Optional<Body> find(int id) {
        return jdbc.sql("select * from body where id = ?").param(id).query(Bodies::body).optional();
    }

    /** Who answers for it with an account of their own, today; with nobody it answers by a link. */
    @Transactional(readOnly = true)
    public List<Person> holders(int body) {
        return jdbc.sql("select " + DirectoryRows.PERSON
                        + " from body_holder h join person p on p.id = h.person_id where h.body_id = :body and" + VALID
                        + " order by h.from_date, p.id")
                .param("body", body)
                .param("today", LocalDate.now(clock))
                .query(DirectoryRows::person)
                .list();
    }

    /** Who leads it, of those who answer for it today. */
    @Transactional(readOnly = true)
    public Optional<Person> leader(int body) {
        return jdbc.sql("select " + DirectoryRows.PERSON
                        + " from body_holder h join person p on p.id = h.person_id where h.body_id = :body and h.leads and" + VALID
                        + " order by h.from_date, p.id limit 1")
                .param("body", body)
                .param("today", LocalDate.now(clock))
                .query(DirectoryRows::person)
                .optional();
    }

    /** From today this one of those who answer for the body leads it; with null nobody is named. */
    public void lead(int body, Long person) {
        jdbc.sql("update body_holder set leads = (person_id = :person) where body_id = :body and to_date is null")
                .param("body", body)
                .param("person", person == null ? 0 : person)
                .update();
    }

    /** The bodies that a person answers for today. */
    @Transactional(readOnly = true)
    public List<Integer> heldBy(long person) {
        return jdbc.sql("select h.body_id from body_holder h where h.person_id = :person and" + VALID + " order by h.body_id")
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .list();
    }

    /** Keeps a new one, or one that was changed. @return its id */
    public int keep(Body body) {
        List<Object> values = Arrays.asList(
                body.schoolId(),
                body.kind().id(),
                body.name(),
                body.email(),
                body.phone(),
                body.web(),
                body.words().nb(),
                body.words().nn(),
                body.words().en(),
                body.familyMayContact(),
                body.needsConsent(),
                body.closed());
        if (body.id() == 0) {
            return jdbc.sql(
                            """
                            insert into body (school_id, kind, name, email, phone, web, words_nb, words_nn, words_en,
                                family_may_contact, needs_consent, closed)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(values)
                    .query(Integer.class)
                    .single();
        }
        List<Object> changed = new ArrayList<>(values);
        changed.add(body.id());
        jdbc.sql(
                        """
                        update body set school_id = ?, kind = ?, name = ?, email = ?, phone = ?, web = ?, words_nb = ?, words_nn = ?,
                            words_en = ?, family_may_contact = ?, needs_consent = ?, closed = ? where id = ?
                        """)
                .params(changed)
                .update();
        return body.id();
    }

    /** From today the persons and nobody else answer for the body. */
    public void hold(int body, List<Long> persons) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update body_holder set to_date = :today where body_id = :body and to_date is null and not person_id = any(:persons)")
                .param("today", today)
                .param("body", body)
                .param("persons", persons.toArray(Long[]::new))
                .update();
        for (long person : persons) {
            if (holders(body).stream().noneMatch(held -> held.id() == person)) {
                jdbc.sql(
                                """
                                insert into body_holder (body_id, person_id, from_date) values (?, ?, ?)
                                on conflict (body_id, person_id, from_date) do update set to_date = null
                                """)
                        .params(body, person, today)
                        .update();
            }
        }
    }

    private static Body body(ResultSet row, int n) throws SQLException {
        return new Body(
                row.getInt("id"),
                row.getObject("school_id", Integer.class),
                BodyKind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("web"),
                new Body.Words(row.getString("words_nb"), row.getString("words_nn"), row.getString("words_en")),
                row.getBoolean("family_may_contact"),
                row.getBoolean("needs_consent"),
                row.getBoolean("closed"));
    }
}
