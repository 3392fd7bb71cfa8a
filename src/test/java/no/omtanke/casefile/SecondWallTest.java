package no.omtanke.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What row-level security keeps when the policy's condition is gone. */
@OmtankeTest
class SecondWallTest {

    /** A policy that forgot everything. */
    private static final CasePolicy BLIND = new CasePolicy() {
        @Override
        public Visible visible(Reader reader) {
            return new Visible("true", Map.of());
        }
    };

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGate gate;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    TransactionTemplate transaction;

    private Town here;
    private Town there;
    private CaseFile ours;
    private CaseFile theirs;

    @BeforeEach
    void two_schools_with_a_case_each() {
        time.startAt("2026-11-23T10:00");
        here = towns.found();
        there = towns.found();
        ours = story.guardianReports(here, Map.of());
        theirs = story.guardianReports(there, Map.of());
        time.settle();
    }

    @Test
    void another_schools_case_does_not_come_out_when_the_policys_condition_is_gone() throws Exception {
        CaseQueries forgetful = new CaseQueries(jdbc, BLIND);
        Reader teacher = towns.reader(here.teacher());

        List<UUID> seen = as(teacher, () -> forgetful.list(teacher, null, null, 10_000, 0)).stream()
                .map(listed -> listed.file().id())
                .toList();

        assertThat(seen).contains(ours.id()).doesNotContain(theirs.id());
        assertThat(as(teacher, () -> forgetful.count(teacher, null, null))).isEqualTo(seen.size());
        assertThat(as(teacher, () -> forgetful.count(teacher, null, theirs.reference()))).isZero();
        assertThat(forgetful.count(teacher, null, theirs.reference()))
                .as("for the program itself it is there: without the wall the test would find it")
                .isEqualTo(1);
    }

    @Test
    void no_table_of_a_case_gives_anything_of_another_schools() throws Exception {
        for (String table : List.of("task_row", "case_party", "case_event", "case_entry")) {
            assertThat(rows(Actor.of(towns.reader(here.principal())), table, ours)).as(table).isPositive();
            assertThat(rows(Actor.of(towns.reader(here.principal())), table, theirs)).as(table).isZero();
            assertThat(rows(Actor.PROGRAM, table, theirs)).as(table).isPositive();
            assertThat(rows(Actor.NOBODY, table, ours)).as(table).isZero();
        }
    }

    @Test
    void every_table_with_a_case_a_plan_or_a_measure_stands_behind_the_wall() {
        Set<String> open = new TreeSet<>(jdbc.sql(
                        """
                        select distinct c.table_name from information_schema.columns c
                        join pg_class k on k.relname = c.table_name and k.relnamespace = 'omtanke'::regnamespace
                        where c.table_schema = 'omtanke' and c.column_name in ('case_id', 'plan_id', 'measure_id')
                          and k.relkind = 'r' and not (k.relrowsecurity and k.relforcerowsecurity)
                        """)
                .query(String.class)
                .list());
        // Who works where, who read what, hashes of tokens: ids only. The wall itself asks the first; a refusal must be written about
        // any case; a token is looked up before it is known what it opens.
        assertThat(open).isEqualTo(Set.of("access_log", "case_participant", "link_session", "secure_link"));
    }

    @Test
    void a_connection_that_says_nothing_sees_nothing() throws Exception {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("reset omtanke.facts");
            statement.execute("reset omtanke.content");
            try (var found = statement.executeQuery("select count(*) from case_file")) {
                found.next();
                assertThat(found.getInt(1)).isZero();
            }
            connection.rollback();
        }
    }

    @Test
    void who_takes_part_at_another_school_reaches_that_case_and_no_other_of_it() throws Exception {
        CaseFile second = story.guardianReports(there, Map.of());
        transaction.executeWithoutResult(t -> cases.addParticipant(theirs.id(), here.social(), "task"));

        Actor visiting = Actor.of(towns.reader(here.social()));

        assertThat(rows(visiting, "case_entry", theirs)).isPositive();
        assertThat(rows(visiting, "case_entry", second)).isZero();
        transaction.executeWithoutResult(t -> cases.endParticipations(theirs.id(), here.social()));
        assertThat(rows(visiting, "case_entry", theirs)).isZero();
    }

    @Test
    void who_must_know_of_every_case_reads_the_words_of_none() throws Exception {
        for (String role : List.of("auditor", "administrator", "operator")) {
            Actor actor = Actor.of(new Reader(here.auditor(), "", Set.of(role)));
            assertThat(rows(actor, "case_event", theirs)).as(role).isPositive();
            assertThat(rows(actor, "case_entry", theirs)).as(role).isZero();
        }
    }

    @Test
    void the_owner_reads_the_words_of_what_the_owner_is_told_of() throws Exception {
        CaseFile serious = story.guardianReports(there, Map.of("safeTomorrow", "no"));
        Actor owner = Actor.of(towns.reader(there.owner()));

        assertThat(rows(owner, "case_entry", theirs)).isZero();
        assertThat(rows(owner, "case_entry", serious)).isPositive();
    }

    @Test
    void who_came_by_a_link_reaches_that_case_only_for_the_rest_of_the_request() throws Exception {
        Reader family = new Reader(0, "", Set.of("link:" + ours.id()));
        Actors.as(Actor.PROGRAM, () -> {
            assertThat(jdbc.sql("select count(*) from case_file where id = ?").param(theirs.id()).query(Integer.class).single())
                    .isEqualTo(1);
            assertThat(gate.open(family, ours.id(), Part.OWN_REPORT)).isPresent();
            assertThat(jdbc.sql("select id from case_file").query(UUID.class).list()).containsExactly(ours.id());
            assertThat(gate.open(family, theirs.id(), Part.OWN_REPORT)).isEmpty();
            return null;
        });
        assertThat(jdbc.sql("select count(*) from case_file where id = ?").param(theirs.id()).query(Integer.class).single())
                .isEqualTo(1);
    }

    /** Whatever a role lets through otherwise: a case in a lane comes out for its own people, and for the program. */
    @Test
    void a_closed_lane_comes_out_for_its_own_people_only() throws Exception {
        transaction.executeWithoutResult(t -> {
            cases.closeToLane(ours.id(), "child-protection");
            cases.nameInLane(ours.id(), "child-protection", here.teacher());
            cases.closeToLane(theirs.id(), "health-service");
        });
        Actor nurse = Actor.of(new Reader(7, "", Set.of("person:7", "health-service:" + there.school())));
        for (String table : List.of("task_row", "case_party", "case_event", "case_entry")) {
            for (long role : List.of(here.principal(), here.owner(), here.auditor(), here.social())) {
                assertThat(rows(Actor.of(towns.reader(role)), table, ours)).as("%s %s", table, role).isZero();
                assertThat(rows(Actor.of(towns.reader(role)), table, theirs)).as("%s %s", table, role).isZero();
            }
            for (String role : List.of("administrator", "operator", "health-service:" + here.school())) {
                assertThat(rows(Actor.of(new Reader(8, "", Set.of(role))), table, ours)).as("%s %s", table, role).isZero();
            }
            assertThat(rows(nurse, table, theirs)).as(table).isPositive();
            assertThat(rows(nurse, table, ours)).as(table).isZero();
            assertThat(rows(Actor.PROGRAM, table, ours)).as(table).isPositive();
        }
        for (String table : List.of("case_event", "case_entry")) {
            assertThat(rows(Actor.of(towns.reader(here.teacher())), table, ours)).as(table).isPositive();
            assertThat(rows(Actor.ofCase(theirs.id()), table, theirs)).as(table).isPositive();
        }
        assertThat(rows(Actor.of(towns.reader(here.auditor())), "lane_member", ours)).isZero();
        transaction.executeWithoutResult(t -> cases.leaveLane(ours.id(), "child-protection", here.teacher()));
        assertThat(rows(Actor.of(towns.reader(here.teacher())), "case_entry", ours)).isZero();
    }

    @Test
    void a_connection_that_served_one_reader_serves_the_next_as_the_next() throws Exception {
        Actor one = Actor.of(towns.reader(here.teacher()));
        Actor other = Actor.of(towns.reader(there.teacher()));
        CyclicBarrier together = new CyclicBarrier(4);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        together.await();
                        for (int i = 0; i < 50; i++) {
                            boolean first = (n + i) % 2 == 0;
                            Set<UUID> seen = Actors.as(first ? one : other, () -> jdbc.sql("select id from case_file")
                                    .query(UUID.class)
                                    .list()
                                    .stream()
                                    .collect(Collectors.toSet()));
                            if (!seen.equals(Set.of(first ? ours.id() : theirs.id()))) {
                                throw new AssertionError("saw " + seen.size() + " cases");
                            }
                        }
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }))
                .toList();
        List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failures.add(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    private static <T> T as(Reader reader, Callable<T> work) throws Exception {
        return Actors.as(Actor.of(reader), work);
    }

    private int rows(Actor actor, String table, CaseFile file) throws Exception {
        return Actors.as(actor, () -> jdbc.sql("select count(*) from " + table + " where case_id = ?")
                .param(file.id())
                .query(Integer.class)
                .single());
    }
}
