package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.involvement.Asking;
import no.omtanke.involvement.BodyDoor;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.involvement.SharedView;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;

/** What stories of help have besides: bodies with and without an account, a family that is asked, and a look at what is shared. */
abstract class HelpStory extends ProcessStory {

    static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    Asking asking;

    @Autowired
    ConsentDoor consents;

    @Autowired
    BodyDoor bodyDoor;

    @Autowired
    SharedView shared;

    @Autowired
    Bodies bodies;

    @Autowired
    DirectoryRegister register;

    long helper;
    long father;

    // --- who can help

    /** A body that answers by a link. */
    int body(BodyKind kind) {
        return bodies.keep(new Body(
                0, town.school(), kind, kind.id() + " " + town.tag(), kind.id() + "." + town.tag() + "@tjeneste.example", null, null,
                new Body.Words(null, null, null), kind.familyMayContact(), kind.needsConsent(), false));
    }

    /** A body that somebody answers for with an account. */
    int bodyWithAccount(BodyKind kind) {
        int body = body(kind);
        helper = register.addPerson("Hjelper", town.tag(), "hjelper." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(helper, Role.PPT, null, false, LONG_AGO, null);
        bodies.hold(body, List.of(helper));
        return body;
    }

    String bodyAddress(BodyKind kind) {
        return kind.id() + "." + town.tag() + "@tjeneste.example";
    }

    void secondGuardian() {
        father = register.addPerson("Far", town.tag(), "far." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
    }

    void born(LocalDate day) {
        jdbc.sql("update person set birth_date = ? where id = ?").params(day, town.pupil()).update();
    }

    // --- what people do

    /** A case in which the pupil was heard. */
    CaseFile heardCase() {
        CaseFile file = reported();
        done(file, "read-report");
        schoolActs(file);
        return file;
    }

    /** The principal asks, and shares what the pupil told. */
    UUID asked(CaseFile file, int body, String... said) {
        return asked(file, body, entry -> entry.formId().equals("hear-pupil"), said);
    }

    UUID asked(CaseFile file, int body, Predicate<Entry> pieces, String... said) {
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        Map<String, Object> answers = new HashMap<>(Map.of(
                "helpAnonymous", "no",
                "helpQuestion", "Hva kan vi gjøre i friminuttene?",
                "helpPurpose", "Vi vil vite hva som hjelper.",
                "helpShareName", "yes"));
        for (int i = 0; i < said.length; i += 2) {
            answers.put(said[i], said[i + 1]);
        }
        Map<UUID, String> chosen = new HashMap<>();
        open.entries().stream().filter(pieces).forEach(entry -> chosen.put(entry.id(), "consent"));
        UUID pupil = Asking.pupils(open).get(0).id();
        UUID id = asking.ask(principal, open, new Asking.Wish(body, pupil, new Answers("ask-for-help", answers), chosen));
        time.settle();
        return id;
    }

    /** Somebody of the family answers that they agree, with what they keep out. */
    void saysYes(UUID help, long person, String... keptOut) {
        Typed typed = yes();
        assertThat(consentSent(help, person, keptOut.length == 0 ? typed : typed.with("keptOut", keptOut)))
                .isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    /** The same in the words of the story. */
    void saysYes(UUID help, long person, Map<String, String> words) {
        Typed typed = yes();
        for (var word : words.entrySet()) {
            typed = typed.with(word.getKey(), word.getValue());
        }
        assertThat(consentSent(help, person, typed)).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    private Typed yes() {
        return Typed.empty()
                .with("consentAnswer", "given")
                .with("consentUntil", today().plusDays(60).toString())
                .with("consentHeard", "yes")
                .with("consentLanguage", "true")
                .with("consentFree", "true")
                .with("consentWithdraw", "true")
                .with("consentSignature", "Kari Nordmann");
    }

    void saysNo(UUID help, long person) {
        Typed typed = Typed.empty().with("consentAnswer", "refused").with("consentHeard", "no").with("consentSignature", "Kari");
        assertThat(consentSent(help, person, typed)).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    private Outcome consentSent(UUID help, long person, Typed typed) {
        TaskForms.Sent sent = consents.send(help, person, typed, Locale.forLanguageTag("nb")).orElseThrow();
        if (sent instanceof TaskForms.Sent.Answered answered) {
            return answered.outcome();
        }
        throw new AssertionError(((TaskForms.Sent.Unfinished) sent).problems().toString());
    }

    void withdraws(UUID help, long person) {
        assertThat(consents.withdraw(help, person)).isTrue();
        time.settle();
    }

    /** The body answers what it is asked, by its account or by its link. */
    void helps(UUID help, String task, String... said) {
        TaskRow row = bodyDoor.task(help).orElseThrow();
        assertThat(row.taskKey()).isEqualTo(task);
        Map<String, String> answers = Said.in(row.formId(), town, today(), said);
        Outcome outcome;
        if (row.assignee() != null) {
            outcome = story.does(helper, row, answers);
        } else {
            Typed typed = Typed.empty();
            for (var answer : answers.entrySet()) {
                typed = typed.with(answer.getKey(), answer.getValue());
            }
            outcome = ((TaskForms.Sent.Answered) bodyDoor.send(help, row, typed, Locale.forLanguageTag("nb"))).outcome();
        }
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    // --- what is seen

    Reader bodysReader(UUID help) {
        return helper != 0 ? towns.reader(helper) : bodyDoor.reader(help);
    }

    /** The forms of what the body reads now besides the question; empty when it reads nothing at all. */
    Optional<List<String>> reads(UUID help) {
        return shared.open(bodysReader(help), help).map(open -> open.shared().stream().map(Entry::formId).sorted().toList());
    }

    String state(UUID help) {
        return jdbc.sql("select state from involvement where id = ?").param(help).query(String.class).single();
    }

    List<String> consentStates(UUID help) {
        return jdbc.sql("select state from involvement_consent where involvement_id = ? order by state")
                .param(help)
                .query(String.class)
                .list();
    }

    List<String> helpTasks(CaseFile file) {
        return tasks.ofCase(file.id()).stream()
                .filter(t -> t.open() && t.involvement() != null)
                .map(TaskRow::taskKey)
                .sorted()
                .toList();
    }
}
