package no.omtanke.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What row-level security lets a body reach, whatever a query forgets. */
@OmtankeTest
class BodiesBehindTheWallTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    Asking asking;

    @Autowired
    Bodies bodies;

    @Autowired
    DirectoryRegister register;

    @Autowired
    JdbcClient jdbc;

    private CaseFile file;
    private CaseFile another;
    private UUID help;
    private Reader sfo;

    @BeforeEach
    void a_body_is_asked_about_the_report_and_nothing_else() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        file = story.guardianReports(town, Map.of());
        another = story.guardianReports(town, Map.of());
        time.settle();
        for (CaseFile each : List.of(file, another)) {
            story.does(town.principal(), each, "read-report", Map.of(
                    "pupil", "" + town.pupil(), "accused", "pupil", "responsible", "" + town.teacher(), "principalKnew", "2026-11-23"));
            time.settle();
        }
        long helper = register.addPerson("Hjelper", town.tag(), "h." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(helper, Role.RESPONSE_TEAM, null, false, LocalDate.of(2020, 8, 1), null);
        int body = bodies.keep(new Body(
                0, town.school(), BodyKind.SFO, "SFO", "sfo@town.example", null, null, new Body.Words(null, null, null), true, false, false));
        bodies.hold(body, List.of(helper));
        sfo = towns.reader(helper);
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        UUID report = open.entries().stream().filter(e -> e.formId().equals("report-guardian")).findFirst().orElseThrow().id();
        help = asking.ask(principal, open, new Asking.Wish(body, Asking.pupils(open).get(0).id(), new Answers("ask-for-help", Map.of(
                "helpAnonymous", "no", "helpQuestion", "x", "helpPurpose", "x", "helpShareName", "no")), Map.of(report, "necessary")));
        time.settle();
        towns.forget(town);
    }

    @Test
    void an_account_and_a_link_reach_the_question_and_the_chosen_piece_of_this_case_and_no_other() throws Exception {
        for (Actor actor : List.of(Actor.of(sfo), Actor.ofInvolvement(help))) {
            assertThat(forms(actor, file)).containsExactly("ask-for-help", "report-guardian");
            assertThat(forms(actor, another)).isEmpty();
            assertThat(count(actor, "select count(*) from case_file where id = ?", file)).isOne();
            assertThat(count(actor, "select count(*) from case_file where id = ?", another)).isZero();
            assertThat(count(actor, "select count(*) from task_row where not for_body and case_id = ?", file)).isZero();
            assertThat(count(actor, "select count(*) from task_row where case_id = ?", file)).isOne();
        }
        assertThat(forms(Actor.PROGRAM, file)).as("there is more to find").contains("read-report");
        assertThat(forms(Actor.NOBODY, file)).isEmpty();
    }

    @Test
    void when_it_is_over_the_wall_is_shut_too() throws Exception {
        jdbc.sql("update involvement set state = 'ended' where id = ?").param(help).update();
        for (Actor actor : List.of(Actor.of(sfo), Actor.ofInvolvement(help))) {
            assertThat(forms(actor, file)).isEmpty();
            assertThat(count(actor, "select count(*) from case_file where id = ?", file)).isZero();
        }
    }

    private List<String> forms(Actor actor, CaseFile of) throws Exception {
        return Actors.as(actor, () -> jdbc.sql("select form_id from case_entry where case_id = ? order by form_id")
                .param(of.id())
                .query(String.class)
                .list());
    }

    private int count(Actor actor, String sql, CaseFile of) throws Exception {
        return Actors.as(actor, () -> jdbc.sql(sql).param(of.id()).query(Integer.class).single());
    }
}
