package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.TestTime;
import no.omtanke.access.Part;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.exemption.ExemptionNotices;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.process.FamilyAnswers;
import no.omtanke.process.FamilyForm;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices of exemption from activities [law § 14-6]: by guardians, by a pupil of 15, on paper. */
abstract class ExemptionStories extends ProcessStory {

    private static final Locale NB = Locale.forLanguageTag("nb");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    ExemptionNotices notices;

    @Autowired
    List<FamilyAnswers> answers;

    @Autowired
    Forms forms;

    @Autowired
    FormCatalog catalog;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ClosureRegister closures;

    @Autowired
    CaseGate gate;

    @Autowired
    TransactionTemplate together;

    long father;
    long youth;

    @BeforeEach
    void aFamily() {
        father = register.addPerson("Far", town.tag(), address("far"), null, null, "nn");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
        youth = register.addPerson("Ungdom", town.tag(), address("ungdom"), null, LocalDate.of(2011, 11, 1), "nb");
        int group = jdbc.sql("select class_id from enrolment where pupil_id = ?").param(town.pupil()).query(Integer.class).single();
        register.enrol(youth, group, LONG_AGO, null);
        register.addGuardian(town.guardian(), youth, true, LONG_AGO, null);
    }

    @Test
    void a_guardian_gives_notice_the_school_arranges_teaching_and_both_guardians_read_it() {
        CaseFile file = given(town.guardian(), town.pupil());
        assertThat(file.reference()).startsWith("U26-");
        assertThat(openTasks(file)).containsExactly("arrange-teaching");
        assertThat(story.open(file, "arrange-teaching").assignee()).isEqualTo(town.teacher());
        assertThat(story.open(file, "arrange-teaching").dueAt()).isEqualTo(TestTime.at("2026-11-26T15:00"));
        assertThat(subjects(address("foresatt"))).containsExactly("Skolen har fått en melding om fritak");
        assertThat(subjects(address("far"))).as("in his own language").containsExactly("Skulen har fått ei melding om fritak");
        assertThat(lines(town.guardian(), file)).as("not answered yet").noneMatch(FamilyAnswers.Line::answer);

        done(file, "arrange-teaching");
        assertThat(subjects(address("far"))).hasSize(2);
        for (long guardian : List.of(town.guardian(), father)) {
            assertThat(references(guardian)).containsExactly(file.reference());
            assertThat(lines(guardian, file)).anyMatch(line -> line.answer() && line.text().contains("utstilling om høytider"));
        }
        ProcessEngineTests.assertThat(instance(file, "exemption")).isWaitingAt("until-follow-up");
        time.passTo("2026-12-29T08:00");
        assertThat(openTasks(file)).containsExactly("follow-up-exemption");
        done(file, "follow-up-exemption");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void the_days_until_it_is_followed_up_are_school_days() {
        closures.close(
                town.school(),
                new PlannedClosure(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 1), "Juleferie", ClosureKind.HOLIDAY));
        CaseFile file = given(town.guardian(), town.pupil());
        done(file, "arrange-teaching");
        time.passTo("2027-01-11T07:59");
        assertThat(openTasks(file)).isEmpty();
        time.passTo("2027-01-11T08:00");
        assertThat(openTasks(file)).containsExactly("follow-up-exemption");
    }

    @Test
    void what_does_not_work_is_arranged_anew() {
        CaseFile file = given(town.guardian(), town.pupil());
        done(file, "arrange-teaching");
        time.passTo("2026-12-29T08:00");
        done(file, "follow-up-exemption", "exemptionWorks", "change");
        done(file, "arrange-teaching", "insteadTeaching", "Nå sammen med fire andre.");
        assertThat(lines(father, file)).anyMatch(line -> line.text().contains("fire andre")).noneMatch(line -> line.text().contains("utstilling"));
        ProcessEngineTests.assertThat(instance(file, "exemption")).isWaitingAt("until-follow-up");
    }

    @Test
    void a_single_activity_is_arranged_and_over() {
        CaseFile file = given(town.guardian(), town.pupil(), "howOften", "once");
        done(file, "arrange-teaching");
        assertThat(story.now(file).open()).isFalse();
        assertThat(lines(town.guardian(), file)).anyMatch(FamilyAnswers.Line::answer);
        CaseFile short_ = given(town.guardian(), town.pupil(), "lastDay", "2026-12-04");
        done(short_, "arrange-teaching");
        assertThat(story.now(short_).open()).as("over before it would be followed up").isFalse();
    }

    @Test
    void a_pupil_of_15_gives_notice_alone_and_is_answered_alone() {
        CaseFile file = given(youth, youth);
        assertThat(openTasks(file)).containsExactly("arrange-teaching");
        done(file, "arrange-teaching");
        assertThat(subjects(address("ungdom"))).hasSize(2);
        assertThat(subjects(address("foresatt"))).isEmpty();
        assertThat(references(town.guardian())).isEmpty();
        assertThat(read(town.guardian(), file)).isEmpty();
        assertThat(lines(youth, file)).anyMatch(FamilyAnswers.Line::answer);
    }

    @Test
    void a_guardians_notice_for_a_pupil_of_15_is_the_pupils_to_confirm() {
        CaseFile file = given(town.guardian(), youth);
        assertThat(openTasks(file)).containsExactly("hear-pupil-exemption");
        done(file, "hear-pupil-exemption");
        assertThat(openTasks(file)).containsExactly("arrange-teaching");

        CaseFile no = given(town.guardian(), youth);
        done(no, "hear-pupil-exemption", "noticeStands", "no", "pupilSaidExemption", "Jeg vil være med.");
        assertThat(story.now(no).open()).isFalse();
        assertThat(subjects(address("foresatt"))).contains("Skolen har svart på en melding om fritak");
        assertThat(lines(town.guardian(), no)).as("what the pupil said stays at school").noneMatch(line -> line.text().contains("være med."));
    }

    @Test
    void a_younger_pupils_notice_on_paper_is_the_guardians_to_give() {
        CaseFile file = onPaper("pupil", town.pupil());
        assertThat(openTasks(file)).containsExactly("ask-guardians-exemption");
        done(file, "ask-guardians-exemption");
        assertThat(openTasks(file)).containsExactly("arrange-teaching");
        done(file, "arrange-teaching");
        assertThat(lines(father, file)).anyMatch(FamilyAnswers.Line::answer);

        CaseFile no = onPaper("pupil", town.pupil());
        done(no, "ask-guardians-exemption", "noticeStands", "no");
        assertThat(story.now(no).open()).isFalse();
        assertThat(openTasks(onPaper("guardian", town.pupil()))).as("a guardian's needs nobody else").containsExactly("arrange-teaching");
        assertThat(openTasks(onPaper("pupil", youth))).containsExactly("arrange-teaching");
    }

    @Test
    void there_is_no_exemption_from_competence_aims_and_the_refusal_is_reasoned() {
        CaseFile file = given(town.guardian(), town.pupil(), "exemptKind", "subject", "exemptWhat", "Svømming");
        done(file, "arrange-teaching", "exemptible", "no", "aimsNotActivity", "Målet om å svømme 200 meter.");
        assertThat(openTasks(file)).containsExactly("decide-exemption");
        assertThat(refused(file, "decide-exemption", "refusalGrounds", "")).anyMatch(problem -> problem.startsWith("refusalGrounds"));
        done(file, "decide-exemption");
        assertThat(story.now(file).open()).isFalse();
        assertThat(lines(father, file))
                .anyMatch(line -> line.answer() && line.text().contains("målet om å svømme"))
                .as("what the teacher wrote to the leadership")
                .noneMatch(line -> line.text().contains("200 meter"));
    }

    @Test
    void the_leadership_may_find_that_the_pupil_has_the_right() {
        CaseFile file = given(town.guardian(), town.pupil());
        done(file, "arrange-teaching", "exemptible", "no", "aimsNotActivity", "Usikker.");
        done(file, "decide-exemption", "exemptionOutcome", "arrange", "arrangeAdvice", "Det er en aktivitet.");
        assertThat(openTasks(file)).containsExactly("arrange-teaching");
        done(file, "arrange-teaching");
        ProcessEngineTests.assertThat(instance(file, "exemption")).isWaitingAt("until-follow-up");
    }

    @Test
    void nobody_is_asked_why_and_what_cannot_be_is_refused() {
        assertThat(catalog.form("exemption-notice").fields()).noneMatch(field -> field.key() != null && field.key().contains("why"));
        assertThat(problems(town.guardian(), "firstDay", "2026-12-10", "lastDay", "2026-12-09")).contains("lastDay");
        assertThat(problems(town.guardian(), "child", String.valueOf(town.other()))).as("not theirs").contains("child");
        assertThat(problems(town.guardian(), "firstDay", "")).contains("firstDay");
    }

    @Test
    void what_is_sent_twice_is_one_case_and_a_missed_answer_is_lifted() {
        UUID source = UUID.randomUUID();
        CaseFile first = given(town.guardian(), source, answers(town.guardian(), town.pupil()));
        assertThat(given(town.guardian(), source, answers(town.guardian(), town.pupil())).id()).isEqualTo(first.id());
        time.passTo("2026-11-26T15:01");
        assertThat(events(first, "deadline-missed")).anyMatch(args -> args.contains("leadership"));
        time.passTo("2026-11-30T15:01");
        assertThat(events(first, "deadline-missed")).anyMatch(args -> args.contains("school-owner"));
        assertThat(gate.allows(towns.reader(town.social()), first.id(), Part.CONTENT)).isFalse();
        assertThat(gate.allows(towns.reader(town.principal()), first.id(), Part.CONTENT)).isTrue();
    }

    @Test
    void whoever_must_ask_decide_or_follow_up_and_does_not_is_lifted() {
        CaseFile asksPupil = given(town.guardian(), youth);
        CaseFile asksGuardians = onPaper("pupil", town.pupil());
        CaseFile decides = given(town.guardian(), town.pupil());
        done(decides, "arrange-teaching", "exemptible", "no", "aimsNotActivity", "Svømming.");
        CaseFile followsUp = given(town.guardian(), town.pupil());
        done(followsUp, "arrange-teaching");
        time.passTo("2026-12-01T15:01");
        assertThat(events(asksPupil, "deadline-missed")).as("leadership, then owner").hasSize(2);
        assertThat(events(asksGuardians, "deadline-missed")).hasSize(2);
        assertThat(events(decides, "deadline-missed")).singleElement().asString().contains("school-owner");
        time.passTo("2027-01-12T15:01");
        assertThat(events(followsUp, "deadline-missed")).hasSize(2);
        for (CaseFile file : List.of(asksPupil, asksGuardians, decides, followsUp)) {
            assertThat(openTasks(file)).as("it stays with its holder").hasSize(1);
        }
    }

    @Test
    void who_is_no_guardian_any_more_reads_nothing() {
        CaseFile file = given(town.guardian(), town.pupil());
        done(file, "arrange-teaching");
        register.blockGuardian(father, town.pupil(), true);
        assertThat(references(father)).isEmpty();
        assertThat(read(father, file)).isEmpty();
        assertThat(read(town.guardian(), file)).isNotEmpty();
    }

    // --- what people do

    private CaseFile given(long sender, long child, String... said) {
        return given(sender, UUID.randomUUID(), answers(sender, child, said));
    }

    private CaseFile given(long sender, UUID source, Answers said) {
        CaseFile file = together.execute(t -> notices.take(new FamilyForm.Sent(
                        sender, said, forms.effects(form("exemption-notice"), said, context(sender)), List.of(), "nb", source))).get(0);
        time.settle();
        return file;
    }

    private CaseFile onPaper(String by, long pupil) {
        Map<String, String> said = new HashMap<>(Said.in("exemption-notice", town, today()));
        said.remove("child");
        said.put("pupil", String.valueOf(pupil));
        said.put("gaveNotice", by);
        Answers answers = ((Check.Valid) check("register-exemption", town.teacher(), said)).answers();
        CaseFile file = notices.register(towns.reader(town.teacher()), town.school(), UUID.randomUUID(), answers, "nb");
        time.settle();
        return file;
    }

    private Answers answers(long sender, long child, String... said) {
        Map<String, String> all = new HashMap<>(Said.in("exemption-notice", town, today(), said));
        all.put("child", String.valueOf(child));
        return ((Check.Valid) check("exemption-notice", sender, all)).answers();
    }

    private List<String> problems(long sender, String... said) {
        return ((Check.Invalid) check("exemption-notice", sender, Said.in("exemption-notice", town, today(), said)))
                .problems().list().stream().map(problem -> problem.name()).toList();
    }

    private Check check(String form, long sender, Map<String, String> said) {
        Typed typed = Typed.empty();
        for (var answer : said.entrySet()) {
            typed = typed.with(answer.getKey(), answer.getValue());
        }
        return forms.check(form(form), null, typed, context(sender));
    }

    private FormContext context(long sender) {
        List<Long> children = sender == youth ? List.of(youth) : List.of(town.pupil(), youth);
        return new FormContext(NB, town.school(), null, Map.of(), Map.of(), children);
    }

    private FormDefinition form(String id) {
        return catalog.form(id);
    }

    // --- what is read

    private List<String> references(long person) {
        return exemptions().references(person);
    }

    private List<FamilyAnswers.Line> lines(long person, CaseFile file) {
        return exemptions().read(person, file.reference(), NB).orElseThrow();
    }

    private List<FamilyAnswers.Line> read(long person, CaseFile file) {
        return exemptions().read(person, file.reference(), NB).orElse(List.of());
    }

    private FamilyAnswers exemptions() {
        return answers.stream().filter(kind -> kind.address().equals("fritak")).findFirst().orElseThrow();
    }
}
