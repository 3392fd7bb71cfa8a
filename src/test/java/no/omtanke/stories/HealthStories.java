package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.health.HealthContacts;
import no.omtanke.health.HealthNotes;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A family writes to the school health service; the school learns what was agreed, word for word, and nothing else. */
abstract class HealthStories extends ProcessStory {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);
    private static final String WORDS = "Hun trenger å gå ut av timen når hun vil.";

    @Autowired
    HealthContacts contacts;

    @Autowired
    HealthNotes notes;

    @Autowired
    List<TaskNote> hints;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries queries;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TransactionTemplate together;

    private long nurse;

    @BeforeEach
    void a_nurse() {
        nurse = employee("Helsesykepleier", town.school());
    }

    @Test
    void the_school_gets_the_words_that_were_agreed_and_nothing_else() {
        CaseFile contact = written();
        assertThat(subjects(reporter())).containsExactly("Vi har fått det du skrev");
        assertThat(subjects(address("helsesykepleier"))).containsExactly("En oppgave venter");
        replied(contact);
        assertThat(subjects(reporter())).contains("Du har fått svar");
        contacts.add(contact.id(), said("health-words", Map.of("more", "Hun er redd i timen.")), List.of());
        time.settle();
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        assertThat(messages()).as("nothing leaves before somebody said yes").isEmpty();
        assertThat(contacts.read(contact.id()).orElseThrow().proposed()).isNotNull();

        contacts.answerProposal(contact.id(), said("school-message-consent", Said.in("school-message-consent", town, today())));
        time.settle();

        CaseFile message = cases.file(messages().get(0)).orElseThrow();
        assertThat(contacts.read(contact.id()).orElseThrow().proposed()).isNull();
        TaskRow read = story.open(message, "read-school-message");
        assertThat(read.assignee()).as("the contact teacher").isEqualTo(town.teacher());
        OpenCase seen = gate.open(towns.reader(town.principal()), message.id(), Part.CONTENT).orElseThrow();
        assertThat(seen.entries().stream().map(Entry::json)).hasSize(1).allMatch(json -> json.equals(
                new Answers("school-message", Map.of("words", WORDS)).toJson()));
        assertThat(jdbc.sql("select coalesce(string_agg(args::text, ''), '') from case_event where case_id = ?")
                        .param(message.id())
                        .query(String.class)
                        .single())
                .as("nothing leads back")
                .doesNotContain(contact.id().toString(), contact.reference());
        done(message, "read-school-message");
        assertThat(story.now(message).open()).isFalse();
        nobodyOfTheSchoolSees(contact);

        replied(contact, "next", "close");
        assertThat(story.now(contact).open()).isFalse();
        contacts.add(contact.id(), said("health-words", Map.of("more", "Det er ikke bra likevel.")), List.of());
        time.settle();
        assertThat(story.now(contact).open()).isTrue();
        assertThat(openTasks(contact)).containsExactly("answer-health-contact");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(contact.id().toString())
                        .processDefinitionKey("school-environment")
                        .count())
                .isZero();
    }

    @Test
    void a_no_or_somebody_who_may_not_say_yes_lets_nothing_out() {
        for (Map<String, String> no : List.of(
                Map.of("agrees", "no"), Map.of("agrees", "yes", "asWhom", "younger", "homeMayKnow", "no"))) {
            CaseFile contact = written();
            replied(contact, "next", "school", "messageWords", WORDS);
            contacts.answerProposal(contact.id(), said("school-message-consent", no));
            time.settle();
            assertThat(messages()).isEmpty();
            assertThat(openTasks(contact)).as("the health service hears of it").containsExactly("answer-health-contact");
            contacts.answerProposal(contact.id(), said("school-message-consent", Map.of("agrees", "yes", "asWhom", "guardian")));
            time.settle();
            assertThat(messages()).as("what was refused is refused").isEmpty();
        }
    }

    @Test
    void under_sixteen_each_guardian_is_asked_before_the_school_hears_a_word() {
        long father = register.addPerson("Far", town.tag(), "far." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
        CaseFile contact = written();
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "guardian"));
        assertThat(messages()).as("the other has not been asked").isEmpty();
        TaskRow ask = story.open(contact, "ask-for-consent");
        OpenCase seen = gate.open(towns.reader(nurse), contact.id(), Part.CONTENT).orElseThrow();
        assertThat(whom(ask, seen)).contains("Far " + town.tag());
        nobodyOfTheSchoolSees(contact);
        time.passTo("2026-12-01T16:00");
        asks(contact, "allAgree", "no");
        assertThat(messages()).as("one no is enough").isEmpty();
        assertThat(openTasks(contact)).containsExactly("answer-health-contact");
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "guardian"));
        asks(contact);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void a_pupil_under_sixteen_who_wrote_decides_whether_those_at_home_are_asked() {
        CaseFile contact = written();
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "younger", "homeMayKnow", "no"));
        assertThat(openTasks(contact)).as("nobody at home is asked").containsExactly("answer-health-contact");
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "younger", "homeMayKnow", "yes"));
        assertThat(messages()).isEmpty();
        asks(contact);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void from_sixteen_a_guardians_yes_is_not_enough_and_the_pupils_is() {
        jdbc.sql("update person set birth_date = '2010-11-01' where id = ?").param(town.pupil()).update();
        CaseFile contact = written();
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "guardian"));
        OpenCase seen = gate.open(towns.reader(nurse), contact.id(), Part.CONTENT).orElseThrow();
        String pupil = jdbc.sql("select given_name from person where id = ?").param(town.pupil()).query(String.class).single();
        assertThat(whom(story.open(contact, "ask-for-consent"), seen)).contains(pupil);
        asks(contact, "allAgree", "no");
        replied(contact, "next", "school", "messageWords", WORDS, "messagePupil", String.valueOf(town.pupil()));
        agrees(contact, Map.of("agrees", "yes", "asWhom", "pupil"));
        assertThat(messages()).hasSize(1);
    }

    private void agrees(CaseFile contact, Map<String, String> said) {
        contacts.answerProposal(contact.id(), said("school-message-consent", said));
        time.settle();
    }

    private String whom(TaskRow task, OpenCase open) {
        return String.join(" ", hints.stream().flatMap(note -> note.of(task, open, Locale.forLanguageTag("nb")).stream()).toList());
    }

    private void asks(CaseFile contact, String... said) {
        TaskRow row = story.open(contact, "ask-for-consent");
        assertThat(story.does(nurse, row, Said.in("ask-for-consent", town, today(), said))).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    @Test
    void without_a_known_pupil_the_leadership_gets_the_message_and_a_missed_deadline_stays_there() {
        CaseFile contact = written();
        replied(contact, "next", "school", "messageWords", WORDS);
        contacts.answerProposal(contact.id(), said("school-message-consent", Map.of("agrees", "yes", "asWhom", "guardian")));
        time.settle();
        assertThat(messages()).as("who has parental responsibility is the nurse's to find out").isEmpty();
        asks(contact);
        CaseFile message = cases.file(messages().get(0)).orElseThrow();
        TaskRow read = story.open(message, "read-school-message");
        assertThat(read.assignee()).isEqualTo(town.principal());
        time.passTo(read.dueAt().atZone(no.omtanke.TestTime.NORWAY).toLocalDateTime().plusMinutes(5).toString());
        time.settle();
        assertThat(story.open(message, "read-school-message").raisedTo()).isEqualTo("leadership:" + town.school());
    }

    @Test
    void when_nobody_writes_the_health_service_is_asked_again_after_ten_working_days() {
        CaseFile contact = written();
        replied(contact);
        assertThat(openTasks(contact)).isEmpty();
        time.passTo("2026-12-08T10:00");
        time.settle();
        assertThat(openTasks(contact)).containsExactly("answer-health-contact");
    }

    @Test
    void a_missed_deadline_reaches_the_others_of_the_health_service_and_nobody_else() {
        employee("Kollega", town.school());
        CaseFile contact = written();
        mail.forget();
        time.passTo("2026-11-26T10:00");
        time.settle();
        assertThat(story.open(contact, "answer-health-contact").raisedTo()).isEqualTo("health-service:" + town.school());
        assertThat(subjects(address("kollega"))).contains("En frist er brutt");
        for (String who : List.of("rektor", "inspektor", "kontaktlaerer", "kommunalsjef")) {
            assertThat(mail.to(address(who))).as(who).isEmpty();
        }
    }

    @Test
    void whoever_works_there_today_sees_it_and_whoever_left_does_not() throws Exception {
        CaseFile contact = written();
        long elsewhere = employee("Nabo", towns.found().school());
        long next = employee("Ny", town.school());
        assertThat(gate.open(towns.reader(next), contact.id(), Part.CONTENT)).isPresent();
        assertThat(rows(Actor.of(towns.reader(next)), contact)).isPositive();
        assertThat(gate.open(towns.reader(elsewhere), contact.id(), Part.CONTENT)).isEmpty();
        assertThat(rows(Actor.of(towns.reader(elsewhere)), contact)).isZero();
        towns.leave(nurse, Role.HEALTH_SERVICE, town.school(), LONG_AGO);
        assertThat(gate.open(towns.reader(nurse), contact.id(), Part.CONTENT)).isEmpty();
        assertThat(rows(Actor.of(towns.reader(nurse)), contact)).isZero();
        assertThat(queries.count(towns.reader(next), null, reported().reference())).as("the school's cases are not theirs").isZero();
    }

    @Test
    void notes_are_the_health_services_own() {
        CaseFile contact = written();
        Reader reader = towns.reader(nurse);
        assertThat(notes.contact(towns.reader(town.principal()), contact.reference())).isEmpty();
        notes.add(reader, notes.contact(reader, contact.reference()).orElseThrow(), said("health-note", Map.of("note", "Snakket med legen.")));
        assertThat(gate.open(reader, contact.id(), Part.CONTENT).orElseThrow().entries()).anyMatch(e -> e.formId().equals("health-note"));
        OpenCase own = gate.open(new Reader(0, "", Set.of("link:" + contact.id())), contact.id(), Part.OWN_REPORT).orElseThrow();
        assertThat(own.entries()).noneMatch(e -> e.formId().equals("health-note"));
    }

    // --- what the stories are told with

    private CaseFile written() {
        CaseFile contact = contacts.take(
                town.school(),
                said("report-health-contact", Said.in("report-health-contact", town, today())),
                List.of(),
                "nb",
                UUID.randomUUID());
        time.settle();
        return contact;
    }

    private void replied(CaseFile contact, String... more) {
        TaskRow row = story.open(contact, "answer-health-contact");
        assertThat(story.does(nurse, row, Said.in("answer-health-contact", town, today(), more))).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    private static Answers said(String form, Map<String, String> words) {
        return new Answers(form, new HashMap<>(words));
    }

    private List<UUID> messages() {
        return jdbc.sql("select id from case_file where kind = 'school-message' and school_id = ?")
                .param(town.school())
                .query(UUID.class)
                .list();
    }

    private void nobodyOfTheSchoolSees(CaseFile contact) {
        for (long person : List.of(town.principal(), town.deputy(), town.teacher(), town.social(), town.owner(), town.auditor())) {
            Reader reader = towns.reader(person);
            for (Part part : Part.values()) {
                assertThat(gate.allows(reader, contact.id(), part)).as("%s %s", reader.audiences(), part).isFalse();
            }
            assertThat(queries.count(reader, null, contact.reference())).isZero();
            assertThat(sees(person, contact)).isEmpty();
        }
    }

    private long employee(String name, int school) {
        long person = register.addPerson(
                name, town.tag(), name.toLowerCase(Locale.ROOT) + "." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(person, Role.HEALTH_SERVICE, school, false, LONG_AGO, null);
        return person;
    }

    private int rows(Actor actor, CaseFile file) throws Exception {
        return Actors.as(actor, () -> jdbc.sql("select count(*) from case_entry where case_id = ?")
                .param(file.id())
                .query(Integer.class)
                .single());
    }
}
