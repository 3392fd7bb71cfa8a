package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.omtanke.TestTown;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** What each of the family sees of a plan and may answer, in time and too late. */
class MyPlanTest extends PlanScene {

    private static final String VIEW = "guardian-view";

    @Test
    void each_guardian_has_a_mail_and_a_page_of_their_own_and_neither_sees_the_others_words() {
        String mothers = mail.to("foresatt." + town.tag() + "@town.example").get(0).link();
        String fathers = mail.to("far." + town.tag() + "@town.example").get(0).link();
        assertThat(mothers).isNotEqualTo(fathers);
        WebVisitor mother = new WebVisitor(port).openWithCode(mothers, mail, address(town.guardian()));
        assertThat(mother.path).isEqualTo("/min-plan");
        assertThat(mother.page)
                .contains("Planen for Elev " + town.tag(), "Planen er et forslag", "klatrestativet", "hver skoledag")
                .contains("Kontaktlærer " + town.tag(), "mandag 30. november", "Si hva du mener om planen");
        mother.get(address(asked(town.guardian(), VIEW)))
                .press("next", Map.of("view", "partly"));
        assertThat(mother.status).isEqualTo(422);
        mother.press("next", Map.of("view", "partly", "viewReason", "Vikaren vet ikke om det."));
        assertThat(mother.page).contains("Se over svarene", "Vikaren vet ikke om det.");
        mother.press("send", Map.of());
        assertThat(mother.path).isEqualTo("/min-plan/takk/guardian-view");
        assertThat(mother.page).contains("Skolen leser svaret ditt før planen godkjennes.");
        assertThat(mother.get("/min-plan").page).contains("Vikaren vet ikke om det.", "Dette har du skrevet");

        WebVisitor father = new WebVisitor(port).openWithCode(fathers, mail, address(this.father));
        assertThat(father.page)
                .contains("Si hva du mener om planen")
                .doesNotContain("Vikaren vet ikke", "Foresatt " + town.tag(), "Annen " + town.tag(), "stenger henne");
    }

    @Test
    void the_other_guardians_task_is_not_there() {
        TaskRow fathers = asked(father, VIEW);
        WebVisitor mother = in(town.guardian());
        mother.get(address(asked(town.guardian(), VIEW)));
        String csrf = mother.csrf();
        assertThat(mother.get(address(fathers)).status).isEqualTo(404);
        mother.post(address(fathers), "send", Map.of("view", "agree"), csrf);
        assertThat(mother.status).isEqualTo(404);
        mother.post(address(fathers) + "?side=sjekk", "send", Map.of(), csrf);
        assertThat(mother.status).isEqualTo(404);
        assertThat(mother.get(address(story.open(file, "hear-pupil-plan"))).status).isEqualTo(404);
        assertThat(asked(father, VIEW).open()).isTrue();
    }

    @Test
    void another_plan_and_its_tasks_are_not_reached_with_this_link() {
        WebVisitor mother = in(town.guardian());
        String csrf = mother.csrf();
        planWritten();
        TaskRow foreign = asked(town.guardian(), VIEW);
        assertThat(mother.get(address(foreign)).status).isEqualTo(404);
        mother.post(address(foreign), "next", Map.of("view", "agree"), csrf);
        assertThat(mother.status).isEqualTo(404);
        assertThat(mother.get("/min-plan").page).doesNotContain(town.tag());
        assertThat(mother.get("/min-plan/versjon/7").status).isEqualTo(404);
    }

    @Test
    void a_family_whose_case_the_school_registered_says_that_it_is_not_heard_and_reads_the_answer_beside_the_plan() {
        jdbc.sql("update case_file set entrance = 'staff' where id = ?").param(file.id()).update();
        WebVisitor mother = in(town.guardian());
        assertThat(mother.get("/min-plan").page).contains("/min-plan/ikke-hort", "Jeg blir ikke hørt");
        mother.get("/min-plan/ikke-hort").press("send", Map.of("tellMore", "Planen står stille."));
        assertThat(mother.status).isEqualTo(422);
        mother.press("send", Map.of("missing", "plan-not-followed", "tellMore", "Planen står stille.", "answerFrom", "principal"));
        assertThat(mother.page).contains("Takk for at du fortalte det");
        time.settle();
        assertThat(mother.get("/min-plan").page).contains("Saken er løftet", "ledelsen ved skolen", "Planen står stille.");
        assertThat(in(father).get("/min-plan").page).doesNotContain("Saken er løftet", "Planen står stille.");
        mail.forget();
        does("answer-escalation", Map.of(
                "whatWeFound", "Ingen fulgte med.", "whatIsDone", "Inspektøren overtar.", "doneBy", "2026-11-27",
                "answer", "Fra i morgen er inspektøren ute."));
        assertThat(mail.to(address(town.guardian())).get(0).subject()).isEqualTo("Du har fått svar");
        assertThat(mail.to(address(father))).isEmpty();
        assertThat(in(town.guardian()).get("/min-plan").page).contains("Fra i morgen er inspektøren ute.").doesNotContain("Ingen fulgte med.");
        assertThat(in(father).get("/min-plan").page).doesNotContain("Fra i morgen er inspektøren ute.");
    }

    @Test
    void guardianship_that_has_ended_closes_page_and_link() {
        WebVisitor open = in(father);
        String unused = link(father);
        jdbc.sql("update guardianship set to_date = ? where guardian_id = ?")
                .params(LocalDate.of(2026, 11, 22), father)
                .update();
        assertThat(open.get("/min-plan").status).isEqualTo(410);
        assertThat(open.page).contains("Lenken virker ikke").doesNotContain(town.tag());
        WebVisitor later = new WebVisitor(port).get(unused);
        assertThat(later.status).isEqualTo(410);
        int before = mail.all().size();
        open.press("again", Map.of());
        later.press("again", Map.of());
        time.settle();
        assertThat(mail.all()).hasSize(before);
    }

    @Test
    void with_eighteen_years_the_plan_is_the_pupils_alone() {
        WebVisitor mother = in(town.guardian());
        jdbc.sql("update person set birth_date = ? where id = ?")
                .params(LocalDate.of(2008, 11, 23), town.pupil())
                .update();
        assertThat(mother.get("/min-plan").status).isEqualTo(410);
        assertThat(in(town.pupil()).get("/min-plan").page).contains("Dette gjør de voksne for deg", "klatrestativet");
    }

    @Test
    void who_answers_after_the_deadline_loses_nothing_and_is_read() {
        WebVisitor mother = in(town.guardian());
        String task = address(asked(town.guardian(), VIEW));
        mother.get(task);
        time.passTo("2026-11-25T15:30");
        mother.openWithCode(link(town.guardian()), mail, address(town.guardian()));
        mother.get("/min-plan");
        String csrf = mother.csrf();
        mother.post(task, "next", Map.of("view", "disagree", "viewReason", "Ingen har spurt henne."), csrf);
        assertThat(mother.path).isEqualTo("/min-plan/skriv");
        assertThat(mother.page)
                .contains("Tiden for å svare før skolen bestemmer, er over", "Ingen har spurt henne.", "Jeg er ikke enig");
        mother.press("send", Map.of("planMessage", "Ingen har spurt henne. Det må dere."));
        assertThat(mother.page).contains("Takk for at du fortalte det");
        time.settle();
        assertThat(story.openTasks(file)).contains("read-family-words");
        assertThat(mother.get("/min-plan").page).contains("Ingen har spurt henne. Det må dere.");
    }

    @Test
    void who_writes_when_the_case_is_closed_opens_it_again() {
        engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.deleteProcessInstance(p.getId(), "over", false, true));
        transactions.executeWithoutResult(t -> cases.close(file.id()));
        in(town.guardian()).get("/min-plan/skriv").press("send", Map.of("planMessage", "Det har begynt igjen."));
        time.settle();
        assertThat(story.now(file).open()).isTrue();
        assertThat(story.openTasks(file)).contains("read-new-information");
    }

    @Test
    void two_tabs_that_send_at_once_are_one_answer() {
        WebVisitor mother = in(town.guardian());
        String task = address(asked(town.guardian(), VIEW));
        mother.get(task).press("next", Map.of("view", "agree"));
        String csrf = mother.csrf();
        mother.press("send", Map.of());
        mother.post(task + "?side=sjekk", "send", Map.of(), csrf);
        assertThat(mother.path).isEqualTo("/min-plan/takk/guardian-view");
        mother.get("/min-plan/skriv");
        csrf = mother.csrf();
        mother.press("send", Map.of("planMessage", "Takk for planen."));
        mother.post("/min-plan/skriv", "send", Map.of("planMessage", "Takk for planen."), csrf);
        assertThat(mother.path).isEqualTo("/min-plan/takk/plan-message");
        assertThat(cases.entries(file.id(), VIEW)).hasSize(1);
        assertThat(cases.entries(file.id(), "plan-message")).hasSize(1);
    }

    @Test
    void after_half_an_hour_and_with_a_stale_token_what_was_typed_is_kept() {
        WebVisitor mother = in(town.guardian());
        String task = address(asked(town.guardian(), VIEW));
        mother.get(task).post(task, "next", Map.of("view", "agree", "viewComment", "Hun gleder seg."), "stale");
        assertThat(mother.status).isEqualTo(422);
        assertThat(mother.page).contains("Alt du skrev, er lagret", "Hun gleder seg.");
        time.pass(Duration.ofMinutes(31));
        mother.press("next", Map.of("view", "agree", "viewComment", "Hun gleder seg til i morgen."));
        assertThat(mother.page).contains("Det du skrev, er lagret").doesNotContain("klatrestativet");
        mother.press("again", Map.of());
        time.settle();
        List<String> mails = mail.linksTo("foresatt." + town.tag() + "@town.example").stream()
                .map(m -> m.link())
                .toList();
        assertThat(mails).hasSize(2);
        assertThat(mail.to("far." + town.tag() + "@town.example")).hasSize(1);
        mother.openWithCode(mails.get(1), mail, address(town.guardian()));
        assertThat(mother.get(task).page).contains("Hun gleder seg til i morgen.");
        mother.get("/min-plan").press("leave", Map.of());
        assertThat(mother.get("/min-plan").page).contains("Siden er lukket").doesNotContain("klatrestativet");
    }

    @Test
    void the_pupil_answers_alone_and_sees_what_adults_do() {
        approved();
        time.passTo("2026-11-30T08:00");
        WebVisitor child = in(town.pupil());
        assertThat(child.page).contains("Hvordan har du det?", "Har du det trygt").doesNotContain("Har du fått spurt eleven");
        child.press("send", Map.of());
        assertThat(child.status).isEqualTo(422);
        child.press("send", Map.of("pupilSafe", "2", "whatHelped", "At hun er der."));
        assertThat(child.path).isEqualTo("/min-plan/takk/ask-pupil");
        assertThat(child.page).contains("Takk for at du fortalte det", "Jeg vil at noen ser meg.", "klatrestativet", "116 111");
        assertThat(story.openTasks(file)).doesNotContain("ask-pupil").contains("guardian-evaluation");
        assertThat(in(father).page).contains("Si hvordan det går").doesNotContain("At hun er der.");
    }

    @Test
    void each_of_the_family_gets_the_copy_without_the_others_words() {
        in(town.guardian())
                .get(address(asked(town.guardian(), VIEW)))
                .press("next", Map.of("view", "agree"))
                .press("send", Map.of());
        approved();
        WebVisitor mother = in(town.guardian());
        assertThat(mother.page).contains("Planen gjelder nå", "Aktivitetsplan, versjon 1");
        String letter = mother.page.replaceAll("(?s).*(/min-plan/dokument/[0-9a-f-]+).*", "$1");
        assertThat(mother.get(letter).page).startsWith("%PDF");
        WebVisitor father = in(this.father);
        assertThat(father.page).contains("Planen gjelder nå", "Aktivitetsplan, versjon 1");
        assertThat(father.get(letter).page).startsWith("%PDF");
        String full = jdbc.sql("select document_id from plan_document where not for_family order by written_at desc limit 1")
                .query(String.class)
                .single();
        assertThat(father.get("/min-plan/dokument/" + full).status).as("the school's own letter").isEqualTo(404);
        assertThat(new WebVisitor(port).get(letter).status).isEqualTo(404);
    }

    @Test
    void the_screen_is_given_to_the_pupil_only_from_the_task_that_asks_them() {
        WebVisitor teacher = new WebVisitor(port).get("/signin");
        String teachers = towns.account(town.teacher());
        teacher.post("/signin", "", Map.of("username", teachers, "password", TestTown.PASSWORD), teacher.csrf());
        TaskRow hear = story.open(file, "hear-pupil-plan");
        teacher.get("/tasks/" + hear.taskId());
        assertThat(teacher.page).doesNotContain("La eleven svare selv");
        teacher.post("/tasks/" + hear.taskId() + "/pupil", "", Map.of(), teacher.csrf());
        assertThat(teacher.status).isEqualTo(404);
        assertThat(teacher.get("/tasks/" + hear.taskId()).page).contains("Hør eleven om planen");
        assertThat(teacher.get("/min-plan").page).contains("Siden er lukket");
    }

    @Test
    void without_a_link_nothing_is_seen() {
        WebVisitor stranger = new WebVisitor(port);
        assertThat(stranger.get("/min-plan").page).contains("Åpne lenken i e-posten");
        assertThat(stranger.get(address(asked(father, VIEW))).page).contains("Siden er lukket");
        assertThat(stranger.get("/min-plan/skriv").page).contains("Siden er lukket");
        assertThat(stranger.get("/min-plan/versjon/1").page).contains("Siden er lukket");
    }
}
