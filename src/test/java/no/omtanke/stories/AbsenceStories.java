package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.absence.AbsenceList;
import no.omtanke.absence.Imports;
import no.omtanke.absence.Mark;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Role;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pupil is much away, and somebody asks why. */
abstract class AbsenceStories extends HelpStory {

    private static final Locale NB = Locale.forLanguageTag("nb");

    @Autowired
    CaseGate gate;

    @Autowired
    Imports imports;

    @Autowired
    AbsenceList absenceList;

    @Autowired
    List<TaskNote> notes;

    @Test
    void the_sixth_day_that_is_marked_begins_a_case_with_the_contact_teacher_and_the_seventh_no_second_one() {
        LocalDate[] days = lastSchoolDays(7);
        for (int i = 0; i < 5; i++) {
            story.marks(town, town.pupil(), Mark.ABSENT, true, days[i]);
        }
        assertThat(story.followedUp(town.pupil())).isEmpty();
        story.marks(town, town.pupil(), Mark.ABSENT, true, days[5]);
        CaseFile file = story.followedUp(town.pupil()).orElseThrow();
        assertThat(file.reference()).startsWith("O26-");
        assertThat(openTasks(file)).containsExactly("talk-absence");
        assertThat(story.open(file, "talk-absence").assignee()).isEqualTo(town.teacher());
        assertThat(reached(file).list("reached")).containsExactly("days");
        assertThat(reached(file).text("absentDays")).isEqualTo("6");

        story.marks(town, town.pupil(), Mark.ABSENT, true, days[6]);
        assertThat(story.followedUp(town.pupil()).orElseThrow().id()).isEqualTo(file.id());
        assertThat(sees(town.teacher(), file)).containsExactly("talk-absence");
        assertThat(gate.allows(towns.reader(town.owner()), file.id(), Part.CONTENT)).as("not the owner's by default").isFalse();
        assertThat(gate.allows(towns.reader(town.social()), file.id(), Part.CONTENT)).isFalse();
    }

    @Test
    void a_file_that_is_taken_begins_it_too_and_the_same_file_again_nothing() {
        CaseFile file = imported();
        assertThat(reached(file).list("reached")).containsExactly("unexcused", "after-free");
        assertThat(openTasks(file)).containsExactly("talk-absence");
        UUID again = waits(unexcused());
        assertThat(imports.review(towns.reader(town.principal()), again).orElseThrow().unchanged()).isEqualTo(3);
        Imports.Taken taken = imports.take(towns.reader(town.principal()), again, Map.of()).orElseThrow();
        assertThat(taken).isEqualTo(new Imports.Taken(town.school(), 0, 0, 3, 0, 0));
    }

    @Test
    void what_was_followed_up_does_not_count_again() {
        CaseFile file = muchAway();
        done(file, "talk-absence", "nextStep", "close", "closeReason", "explained", "closeNote", "Det går over.");
        assertThat(story.now(file).open()).isFalse();

        time.passTo("2026-11-30T10:00");
        story.marks(town, town.pupil(), Mark.ABSENT, true, lastSchoolDays(6));
        assertThat(story.followedUp(town.pupil()).orElseThrow().id())
                .as("of the six days since, one was marked before the case was closed").isEqualTo(file.id());
        time.passTo("2026-12-01T10:00");
        story.marks(town, town.pupil(), Mark.ABSENT, true, today());
        CaseFile next = story.followedUp(town.pupil()).orElseThrow();
        assertThat(next.id()).isNotEqualTo(file.id());
        assertThat(reached(next).text("absentDays")).isEqualTo("6");
    }

    @Test
    void a_pupil_who_is_not_safe_is_reported_at_once_and_measures_that_help_end_it() {
        CaseFile file = muchAway();
        TaskRow talk = story.open(file, "talk-absence");
        assertThat(note(talk, town.teacher())).contains("6 hele dager");
        assertThat(refused(file, "talk-absence", unsafe("nextStep", "close", "closeReason", "agreed", "closeNote", "x")))
                .anyMatch(problem -> problem.startsWith("nextStep"));
        done(file, "talk-absence", unsafe());
        CaseFile reported = reportOf(town.pupil());
        assertThat(openTasks(reported)).contains("read-report");
        assertThat(reported.entrance()).isEqualTo("staff");
        OpenCase read = gate.open(towns.reader(town.principal()), reported.id(), Part.CONTENT).orElseThrow();
        assertThat(Answers.fromJson(read.entries().get(0).json()).text("whatHappened")).isEqualTo("De venter på henne ved porten.");
        assertThat(read.entries().get(0).authorId()).isEqualTo(town.teacher());
        assertThat(events(file, "concern-reported")).hasSize(1);

        done(file, "plan-absence");
        TaskRow measure = story.open(file, "do-absence-measure");
        assertThat(measure.assignee()).isEqualTo(town.social());
        assertThat(measure.dueAt()).isEqualTo(no.omtanke.TestTime.at("2026-12-03T15:00"));
        assertThat(note(measure, town.social())).contains("Møte ved porten kl. 8.15.");
        done(file, "do-absence-measure");
        time.passTo("2026-12-07T06:59");
        assertThat(openTasks(file)).isEmpty();
        time.passTo("2026-12-07T07:00");
        done(file, "evaluate-absence");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void what_does_not_help_comes_to_the_leadership_and_new_measures_take_the_place_of_the_old() {
        CaseFile file = muchAway();
        done(file, "talk-absence");
        done(file, "plan-absence", "evaluation", "2026-11-25", "absenceMeasures[0].measureTo", "2026-12-18");
        time.passTo("2026-11-25T08:00");
        done(file, "evaluate-absence", "result", "continue", "evaluation", "2026-11-27");
        assertThat(openTasks(file)).containsExactly("do-absence-measure");
        time.passTo("2026-11-27T08:00");
        done(file, "evaluate-absence", "result", "not-better");
        assertThat(story.open(file, "review-absence").assignee()).isEqualTo(town.principal());
        done(file, "review-absence", "decision", "measures", "whatNow", "Møt eleven hjemme.");
        done(
                file, "plan-absence",
                "absenceMeasures[0].measureWho", "" + town.teacher(),
                "absenceMeasures[1].measureWhat", "Ringe hjem kl. 9.",
                "absenceMeasures[1].measureWho", "" + town.deputy(),
                "absenceMeasures[1].measureFrom", "" + today(),
                "absenceMeasures[1].measureTo", "" + today().plusDays(7));
        assertThat(tasks.ofCase(file.id()).stream().filter(TaskRow::open).map(TaskRow::assignee))
                .as("the first plan's measure is nobody's any more")
                .containsExactlyInAnyOrder(town.teacher(), town.deputy());
        time.passTo("2026-12-11T08:00");
        done(file, "evaluate-absence", "result", "not-better");
        done(file, "review-absence");
        assertThat(openTasks(file)).isEmpty();
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void two_owners_of_measures_are_reminded_each_of_their_own() {
        CaseFile file = muchAway();
        done(file, "talk-absence");
        done(
                file, "plan-absence",
                "absenceMeasures[0].measureTo", "2026-11-26",
                "absenceMeasures[1].measureWhat", "Ringe hjem kl. 9.",
                "absenceMeasures[1].measureWho", "" + town.deputy(),
                "absenceMeasures[1].measureFrom", "" + today(),
                "absenceMeasures[1].measureTo", "2026-12-02");
        mail.forget();
        time.passTo("2026-11-25T09:00");
        assertThat(subjects(address("sosiallaerer"))).hasSize(1);
        assertThat(subjects(address("inspektor"))).isEmpty();
    }

    @Test
    void a_pupil_who_has_moved_is_handed_over() {
        CaseFile file = muchAway();
        done(file, "talk-absence");
        done(file, "plan-absence");
        moved(town.pupil());
        time.passTo("2026-12-07T08:00");
        assertThat(openTasks(file)).containsExactlyInAnyOrder("do-absence-measure", "hand-over-absence");
        time.passTo("2026-12-15T15:30");
        assertThat(events(file, "deadline-missed")).as("it is the leadership's").anyMatch(args -> args.contains("hand-over-absence"));
        done(file, "hand-over-absence");
        assertThat(openTasks(file)).isEmpty();
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void of_a_pupil_who_has_turned_18_nobody_is_asked_what_guardians_said() {
        jdbc.sql("update person set birth_date = ? where id = ?").params(LocalDate.of(2008, 11, 23), town.pupil()).update();
        CaseFile file = muchAway();
        done(file, "talk-absence");
        OpenCase open = gate.open(towns.reader(town.teacher()), file.id(), Part.CONTENT).orElseThrow();
        Answers said = open.entries().stream()
                .filter(e -> e.formId().equals("talk-absence"))
                .map(e -> Answers.fromJson(e.json()))
                .findFirst()
                .orElseThrow();
        assertThat(said.text("pupilWords")).isNotEmpty();
        assertThat(said.values()).doesNotContainKeys("guardiansTalked", "guardiansWords");
    }

    @Test
    void when_the_contact_teacher_has_left_it_is_the_principals() {
        story.marks(town, town.pupil(), Mark.ABSENT, true, java.util.Arrays.copyOf(lastSchoolDays(6), 5));
        towns.leave(town.teacher(), Role.CONTACT_TEACHER, town.school(), today());
        UUID file = waits("Navn;Klasse;Dato;Type\nElev " + town.tag() + ";6A;23.11.2026;Meldt\n");
        imports.take(towns.reader(town.principal()), file, Map.of()).orElseThrow();
        CaseFile followed = story.followedUp(town.pupil()).orElseThrow();
        assertThat(story.open(followed, "talk-absence").assignee()).isEqualTo(town.principal());
    }

    @Test
    void a_talk_that_nobody_has_comes_to_the_leadership() {
        CaseFile file = muchAway();
        time.passTo("2026-11-30T15:30");
        assertThat(story.open(file, "talk-absence").raisedTo()).isEqualTo("leadership:" + town.school());
        assertThat(sees(town.deputy(), file)).containsExactly("talk-absence");
        done(file, "talk-absence", "pupilTalked", "no", "notTalked", "Eleven kom ikke.", "guardiansTalked", "no", "guardiansNot", "Svarte ikke.");
        done(file, "plan-absence", "evaluation", "2026-12-07");
        time.passTo("2026-12-07T08:00");
        time.passTo("2026-12-10T15:30");
        assertThat(story.open(file, "evaluate-absence").raisedTo()).isEqualTo("leadership:" + town.school());
        done(file, "evaluate-absence", "result", "not-better");
        time.passTo("2026-12-17T15:30");
        assertThat(events(file, "reminded")).anyMatch(args -> args.contains("review-absence"));
        time.passTo("2026-12-22T15:30");
        assertThat(story.open(file, "review-absence").raisedTo()).isEqualTo("leadership:" + town.school());
        done(file, "review-absence");
    }

    @Test
    void nobody_makes_a_plan_until_somebody_higher_asks() {
        CaseFile file = muchAway();
        done(file, "talk-absence");
        time.passTo("2026-11-30T15:30");
        assertThat(story.open(file, "plan-absence").raisedTo()).isEqualTo("leadership:" + town.school());
        done(file, "plan-absence", "absenceMeasures[0].measureTo", "2026-12-01");
        time.passTo("2026-12-03T15:30");
        assertThat(story.open(file, "do-absence-measure").raisedTo()).isEqualTo("leadership:" + town.school());
        done(file, "do-absence-measure", "measureDid", "no", "measureWhyNot", "Jeg var syk.");
    }

    @Test
    void ppt_is_asked_for_help_from_the_case_with_consent() {
        CaseFile file = muchAway();
        done(file, "talk-absence");
        assertThat(asking.open(towns.reader(town.teacher()), file.reference())).as("who has the case can ask").isPresent();
        UUID help = asked(file, bodyWithAccount(BodyKind.PPT), entry -> entry.formId().equals("talk-absence"));
        assertThat(openTasks(file)).contains("give-consent");
        saysYes(help, town.guardian());
        helps(help, "answer-involvement");
        assertThat(reads(help)).contains(List.of("talk-absence"));
    }

    @Test
    void leave_that_was_given_is_on_the_list_counts_nowhere_and_is_taken_back() {
        CaseFile leave = muchAway();
        done(leave, "talk-absence", "nextStep", "close", "closeReason", "explained", "closeNote", "Det går over.");
        time.passTo("2026-11-24T10:00");
        absenceList.expect(leave.id().toString(), "2026-11-24", "2026-12-04");
        time.passTo("2026-12-03T10:00");
        story.marks(town, town.pupil(), Mark.ABSENT, false, lastSchoolDays(8));
        assertThat(kinds()).containsExactly("leave", "notified");
        assertThat(story.followedUp(town.pupil()).orElseThrow().id()).isEqualTo(leave.id());

        absenceList.expect(leave.id().toString(), "2026-11-24", "2026-12-02");
        story.marks(town, town.pupil(), Mark.ABSENT, false, today());
        assertThat(kinds()).as("shortened: the last day is none of leave").containsExactly("leave", "notified", "unexcused");
        absenceList.expect(leave.id().toString(), null, null);
        assertThat(jdbc.sql("select count(*) from absence_leave where case_id = ? and ended_at is null")
                        .param(leave.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> kinds() {
        return jdbc.sql("select distinct kind from absence where pupil_id = ? and superseded_at is null order by kind")
                .param(town.pupil())
                .query(String.class)
                .list();
    }

    private String note(TaskRow task, long person) {
        OpenCase open = gate.open(towns.reader(person), task.caseId(), Part.TASK).orElseThrow();
        return notes.stream().flatMap(note -> note.of(task, open, NB).stream()).findFirst().orElseThrow();
    }

    private Answers reached(CaseFile file) {
        OpenCase open = gate.open(towns.reader(town.principal()), file.id(), Part.CONTENT).orElseThrow();
        return open.entries().stream()
                .filter(e -> e.formId().equals("absence-reached"))
                .map(e -> Answers.fromJson(e.json()))
                .findFirst()
                .orElseThrow();
    }

    private CaseFile reportOf(long pupil) {
        return story.now(tasks
                .list(towns.reader(town.principal()), new no.omtanke.process.TaskFilter(no.omtanke.process.TaskTab.NOW, null, false, null, "read-report", null), 20, 0)
                .stream()
                .map(listed -> listed.task().caseId())
                .map(id -> jdbc.sql("select id from case_file where id = ?").param(id).query(UUID.class).single())
                .map(id -> gate.open(towns.reader(town.principal()), id, Part.CONTENT).orElseThrow())
                .filter(open -> open.parties().stream().anyMatch(p -> Long.valueOf(pupil).equals(p.personId())))
                .map(OpenCase::file)
                .findFirst()
                .orElseThrow());
    }

    private String[] unsafe(String... more) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "causes", "unsafe",
                                "whatHappened", "De venter på henne ved porten.",
                                "whenHappenedAt", today() + "T08:10",
                                "steppedInHow", "Jeg følger henne inn fra i morgen.",
                                "aboutEmployee", "none",
                                "urgent", "no"),
                        java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private CaseFile imported() {
        Imports.Taken taken =
                imports.take(towns.reader(town.principal()), waits(unexcused()), Map.of()).orElseThrow();
        assertThat(taken).isEqualTo(new Imports.Taken(town.school(), 3, 0, 0, 0, 1));
        time.settle();
        return story.followedUp(town.pupil()).orElseThrow();
    }

    private String unexcused() {
        String elev = "Elev " + town.tag() + ";6A;";
        return "Navn;Klasse;Dato;Type;Merknad\n"
                + elev + "09.11.2026;Ugyldig;x\n" + elev + "16.11.2026;Ugyldig;\n" + elev + "23.11.2026;Ugyldig;\n";
    }

    private UUID waits(String file) {
        Reader principal = towns.reader(town.principal());
        return ((Imports.Read.Waits) imports.read(principal, town.school(), file.getBytes(StandardCharsets.UTF_8)).orElseThrow()).id();
    }
}
