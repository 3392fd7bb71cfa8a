package no.omtanke.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import no.omtanke.OmtankeTest;
import no.omtanke.access.CaseFacts;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the policy says of one case and what its conditions say in a list are the same, whatever the case. */
@OmtankeTest
class PolicyInSqlTest {

    private static final int CASES = 150;
    private static final int READERS = 40;
    private static final long NOBODY = 900_000_000L;
    private static final int SCHOOLS = 900_000;
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.UTC);

    @Autowired
    CaseStore store;

    @Autowired
    CasePolicy policy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(20261123);

    @Test
    void the_rules_and_their_conditions_agree_about_every_case() {
        transaction.executeWithoutResult(nothingStays -> {
            nothingStays.setRollbackOnly();
            List<CaseFacts> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                cases.add(anyCase());
            }
            for (int i = 0; i < READERS; i++) {
                Reader reader = anyReader();
                agree(reader, cases, policy.visible(reader), sees(Part.CONTENT));
                agree(reader, cases, policy.visibleWhole(reader), CasePolicy::seesWhole);
                agree(reader, cases, policy.visibleHistory(reader), sees(Part.HISTORY));
                agree(reader, cases, policy.visibleToday(reader), sees(Part.TODAY));
                pupilsAgree(reader, cases);
                measuresAgree(reader, cases);
            }
        });
    }

    private BiPredicate<Reader, CaseFacts> sees(Part part) {
        return (reader, facts) -> policy.decide(reader, facts, part).allowed();
    }

    private void agree(Reader reader, List<CaseFacts> cases, Visible visible, BiPredicate<Reader, CaseFacts> rules) {
        Set<UUID> listed = new HashSet<>(jdbc.sql("select c.id from case_file c where c.school_id > :schools and " + visible.condition())
                .params(visible.params())
                .param("schools", SCHOOLS)
                .query(UUID.class)
                .list());
        for (CaseFacts facts : cases) {
            assertThat(listed.contains(facts.caseId()))
                    .as("%s with %s in %s", reader, reader.audiences(), facts)
                    .isEqualTo(rules.test(reader, facts));
        }
    }

    private void pupilsAgree(Reader reader, List<CaseFacts> cases) {
        Visible visible = policy.visible(reader);
        Set<UUID> named = new HashSet<>(jdbc.sql("select a.id from case_file c join case_party a on a.case_id = c.id where "
                        + visible.condition() + " and " + policy.visibleAbout(reader, "a.id").condition())
                .params(visible.params())
                .query(UUID.class)
                .list());
        for (CaseFacts facts : cases) {
            for (UUID pupil : facts.pupils().linked()) {
                assertThat(named.contains(pupil))
                        .as("pupil %s for %s in %s", pupil, reader, facts)
                        .isEqualTo(policy.seesPupil(reader, facts, pupil));
            }
        }
    }

    private void measuresAgree(Reader reader, List<CaseFacts> cases) {
        Visible visible = policy.visibleTasks(reader);
        Set<UUID> listed = new HashSet<>(jdbc.sql("select c.id from task_row t join case_file c on c.id = t.case_id where t.assignee = :readerId"
                        + " and " + visible.condition())
                .params(visible.params())
                .query(UUID.class)
                .list());
        for (CaseFacts facts : cases) {
            if (facts.helpers().contains(reader.personId())) {
                assertThat(listed.contains(facts.caseId()))
                        .as("a measure of %s in %s", reader, facts)
                        .isEqualTo(policy.decide(reader, facts, Part.MEASURE).allowed());
            }
        }
    }

    private CaseFacts anyCase() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into case_file (id, reference, kind, school_id, entrance, opened_at, accused, serious, escalated, lane)"
                        + " values (:id, :ref, 'school-environment', :school, :entrance, :at, :accused, :serious, :escalated, :lane)")
                .param("id", id)
                .param("ref", "T" + id)
                .param("school", school())
                .param("entrance", one("open", "pupil", "third-party"))
                .param("at", NOW)
                .param("accused", one("none", "pupil", "employee", "leader"))
                .param("serious", random.nextInt(4) == 0)
                .param("escalated", random.nextInt(4) == 0)
                .param("lane", random.nextInt(4) == 0 ? one("health-service", "child-protection") : null)
                .update();
        List<UUID> pupils = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            pupils.add(party(id, one("affected", "involved", "witness"), 500 + i));
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            party(id, "accused", random.nextInt(6));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            participant(id, pupils);
        }
        if (random.nextBoolean()) {
            jdbc.sql("insert into lane_member (case_id, lane, person_id, since, until) values (?, ?, ?, ?, ?)")
                    .params(java.util.Arrays.asList(id, one("health-service", "child-protection"), person(), NOW, maybeNow()))
                    .update();
        }
        if (random.nextInt(3) == 0) {
            jdbc.sql("insert into case_recusal (case_id, person_id, since, until) values (?, ?, ?, ?)")
                    .params(java.util.Arrays.asList(id, person(), NOW, maybeNow()))
                    .update();
        }
        return store.facts(id).orElseThrow();
    }

    private UUID party(UUID caseId, String role, int person) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into case_party (id, case_id, person_id, role, added_at, removed_at) values (?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(id, caseId, NOBODY + person, role, NOW, role.equals("accused") ? maybeNow() : null))
                .update();
        return id;
    }

    private void participant(UUID caseId, List<UUID> pupils) {
        String role = one("task", "writer", "responsible", "measure");
        UUID pupil = role.equals("measure") || role.equals("responsible") || pupils.isEmpty() || random.nextInt(3) == 0
                ? null
                : pupils.get(random.nextInt(pupils.size()));
        long person = person();
        OffsetDateTime until = maybeNow();
        int made = jdbc.sql("insert into case_participant (case_id, person_id, role, since, until, pupil) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(java.util.Arrays.asList(caseId, person, role, NOW, until, pupil))
                .update();
        if (made == 1 && role.equals("measure") && until == null) {
            jdbc.sql("insert into task_row (task_id, case_id, process_instance_id, process_key, task_key, form_id, school_id, measure,"
                            + " assignee, created_at, state) values (?, ?, 'p', 'measure', 'do-measure', 'do-measure', 1, ?, ?, ?, 'open')")
                    .params(UUID.randomUUID().toString(), caseId, UUID.randomUUID(), person, NOW)
                    .update();
        }
    }

    private Reader anyReader() {
        Set<String> audiences = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            audiences.add(one("leadership:", "contact-teacher:", "staff:", "health-service:") + school());
        }
        if (random.nextInt(4) == 0) {
            audiences.add("school-owner");
        }
        if (random.nextInt(6) == 0) {
            audiences.add("auditor");
        }
        return new Reader(person(), "", audiences);
    }

    private int school() {
        return SCHOOLS + 1 + random.nextInt(2);
    }

    private long person() {
        return NOBODY + random.nextInt(6);
    }

    private OffsetDateTime maybeNow() {
        return random.nextInt(4) == 0 ? NOW : null;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
