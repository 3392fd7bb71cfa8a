package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.omtanke.Trial;
import no.omtanke.access.Reader;
import no.omtanke.process.FamilyCases;
import no.omtanke.process.AuditorOpenings;
import no.omtanke.process.Recusals;
import no.omtanke.WebSession;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.Reopening;
import no.omtanke.concern.Splitting;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.decision.Appeals;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.decision.StaffAppeals;
import no.omtanke.escalation.StaffLift;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.form.Drafts;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import no.omtanke.health.HealthNotes;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskRow;
import no.omtanke.protection.LaneDoor;
import no.omtanke.protection.ProtectionReports;
import no.omtanke.process.FamilyForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine knows facts, the case file knows people. Cases are told in words that occur nowhere else, a word of its own for every text
 * field of every form; afterwards the words are looked for in a dump of every table, in the log, in every mail, in what went over the
 * wire besides the pages, and in temporary files. Where one may be found stands in {@link #ALLOWED}.
 */
class CanaryTest extends RoadToTask {

    /** The only places where something of a case or a person may stand in clear. A new line here is a decision. */
    private static final Map<String, String> ALLOWED = Map.of(
            "table omtanke.person", "the directory's names: who works and goes to school here is no secret of a case",
            "mail To", "the address that the reporter gave for it",
            "header Content-Disposition", "a file's own name, to whoever may have the file");

    /** What the engine itself counts while it walks through "each pupil". */
    private static final Set<String> ENGINE_COUNTERS =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    /** Answers that show what is otherwise hidden: each is given once besides the usual ones. */
    private static final Map<String, List<String[]>> OTHERWISE = Map.ofEntries(
            Map.entry("approve-plan", List.of(answers("approved", "no"), answers("approved", "override"))),
            Map.entry("ask-pupil", List.of(answers("asked", "no"), answers())),
            Map.entry(
                    "decide-visibility",
                    List.of(
                            answers("childHeard", "no", "legalBasis", "other", "visibility", "withheld"),
                            answers("otherGuardians[0].otherVisibility", "part"))),
            Map.entry("do-measure", List.<String[]>of(answers("done", "no"))),
            Map.entry("hear-pupil-plan", List.of(answers("heard", "no"), answers("pupilAgrees", "partly"))),
            Map.entry("hear-accused", List.of(answers("accusedHeard", "no"), answers())),
            Map.entry("hear-pupil-intervention", List.of(answers("wasHeard", "no"), answers())),
            Map.entry("inform-guardians-intervention", List.of(answers("informed", "no"), answers())),
            Map.entry("talk-absence", List.of(
                    answers("pupilTalked", "no", "guardiansTalked", "no", "causes", "unsafe", "whenHappenedAt", "2026-11-23T09:00",
                            "aboutEmployee", "none", "urgent", "no"),
                    answers("nextStep", "close", "closeReason", "explained"))),
            Map.entry("do-absence-measure", List.<String[]>of(answers("measureDid", "no"))),
            Map.entry("review-absence", List.of(answers("decision", "measures"), answers())),
            Map.entry("hear-pupil", List.of(answers("wasHeard", "no"), answers())),
            Map.entry("inform-guardians", List.of(answers("informed", "no"), answers())),
            Map.entry("notify-owner", List.<String[]>of(answers("unfoundedClaim", "yes"))),
            Map.entry("register-ruling", List.<String[]>of(answers("ruling", "breach-orders", "orders[0].orderBy", "2026-12-01"))),
            Map.entry("send-dossier", List.of(answers("sendOutcome", "redo"), answers())),
            Map.entry("read-new-information", List.<String[]>of(answers("changes", "yes"))));

    private final CanaryFlock flock = new CanaryFlock();
    private final String name = "Navn" + flock.call;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<CaseFile> told = new ArrayList<>();
    private final List<HttpResponse<String>> wire = new ArrayList<>();
    private final Instant begun = Instant.now();

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    private long nurse;

    /** What a family wrote straight to PPT: nobody of the school opens it. */
    private CaseFile straight;

    @Autowired
    no.omtanke.process.AccusedFound accusedFound;

    @Autowired
    no.omtanke.exemption.ExemptionNotices exemptions;

    @Autowired
    ProtectionReports protectionReports;

    @Autowired
    LaneDoor laneDoor;

    @Autowired
    HealthContacts contacts;

    @Autowired
    HealthNotes healthNotes;

    @Autowired
    DirectoryRegister register;

    @Autowired
    FamilyCases own;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Reopening reopening;

    @Autowired
    Recusals recusals;

    @Autowired
    Splitting splitting;

    @Autowired
    StaffLift staffLift;

    @Autowired
    Trial trial;

    @Autowired
    DecisionDoor decisionDoor;

    @Autowired
    StaffAppeals staffAppeals;

    @Autowired
    AuditorOpenings openings;

    @Autowired
    Drafts drafts;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    Directory directory;

    @Autowired
    SecureLinks links;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    CanaryTest() throws IOException {}

    @BeforeEach
    void listen() {
        towns.forget(town);
        town = towns.found(UUID.randomUUID().toString().substring(0, 8), name);
        log.setContext(loggers);
        log.start();
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        loggers.getLogger("no.omtanke").info("The log is listened to");
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void what_people_write_stays_in_the_case_file() throws IOException {
        aWholeCase();
        otherReports();
        lanes();
        // Stopping the mail server empties its boxes.
        List<String> mails = new ArrayList<>(mail.raw());
        withoutMailServer();
        othersAreAsked();
        supported();
        exempted();
        decidedAndAppealed();
        mails.addAll(mail.raw());
        mail.forget();
        whatWasNotAskedYet();
        mails.addAll(mail.raw());
        overTheWire();
        drafts.save("person:" + town.teacher(), "canary", Typed.empty().with("whatHappened", flock.word("draft")), Duration.ofDays(1));

        everyFieldWasFilled();
        aCarelessLineShowsNothing();
        Traces traces = new Traces(database, flock, name);
        assertThat(traces.inTheDump())
                .as("what stands in clear in a dump of the database")
                // That the names are found shows that there is something to find with.
                .contains("table omtanke.person: a name")
                .allMatch(place -> ALLOWED.containsKey(place.replaceAll(":.*", "")));
        theEngineKeepsOnlyFacts();
        saysNothing(mails);
        theLogSaysNothing();
        theWireSaysNothing();
        assertThat(traces.inTemporaryFiles(begun)).as("temporary files").isEmpty();
        traces.findsWhatIsThere();
    }

    // --- the stories

    private void aWholeCase() {
        CaseFile file = kept(reported(words("report-guardian")));
        door.add(file.id(), new Answers("new-information", new HashMap<>(flock.in("new-information"))), List.of(new FileContent(
                flock.word("a file's name") + ".txt",
                "text/plain",
                flock.word("a file's content").getBytes(StandardCharsets.UTF_8))));
        Map<String, Object> unheard = new HashMap<>(flock.in("not-heard"));
        unheard.put("missing", "other");
        door.notHeard(file.id(), new Answers("not-heard", unheard));
        done(
                file,
                "read-report",
                "seriousCriteria",
                "violence",
                "otherPupils[0].otherPupil",
                String.valueOf(town.other()),
                "otherPupils[0].otherRole",
                "involved");
        done(file, "notify-owner", words("notify-owner"));
        done(file, "hear-pupil", words("hear-pupil", "wasHeard", "no"));
        boolean plan = true;
        while (story.now(file).open()) {
            if (openTasks(file).isEmpty()) {
                time.passTo(today().plusDays(1) + "T09:00");
                continue;
            }
            String task = openTasks(file).get(0);
            switch (task) {
                case "conclude" -> done(file, task, words(task, "safe", "no", "plan", "yes"));
                case "approve-plan" -> {
                    done(file, task, words(task, "approved", plan ? "no" : "override"));
                    plan = false;
                }
                case "do-measure" -> done(file, task, words(task, "done", "no"));
                case "guardian-view" -> done(file, task, words(task, "view", "disagree"));
                default -> done(file, task, words(story.open(file, task).formId()));
            }
        }
        Answers why = new Answers("reopen", new HashMap<>(flock.in("reopen")));
        assertThat(reopening.reopen(towns.reader(town.principal()), file.id(), why)).isTrue();
        time.pass(Duration.ofDays(70));
        done(file, "answer-family", words("answer-family"));
        Answers lift = new Answers("lift-case", new HashMap<>(flock.in("lift-case")));
        assertThat(staffLift.lift(towns.reader(town.principal()), file.id(), lift)).isTrue();
    }

    /** Pupils, others and employees report; a guardian writes about the plan. */
    private void otherReports() {
        Map<String, String> common = Map.of("school", String.valueOf(town.school()), "aboutEmployee", "none");
        kept(story.report(town, "report-pupil", "pupil", said("report-pupil", common, "howAreYou", "2"), null));
        kept(story.report(
                town,
                "report-third-party",
                "third-party",
                said("report-third-party", common, "relation", "relative", "safeTomorrow", "yes"),
                null));
        CaseFile schools = kept(story.report(
                town,
                "report-staff",
                "staff",
                said(
                        "report-staff", common, "pupil", String.valueOf(town.pupil()), "knowHow", "saw", "whenHappenedAt",
                        today() + "T09:00", "steppedIn", "yes", "urgent", "no", "behalfOf", "guardian", "channel", "phone"),
                towns.reader(town.teacher())));
        kept(story.intervention(
                town, towns.reader(town.teacher()), said("physical-intervention", Map.of(), "injured", "yes")));
        time.settle();
        nobodyOfTheFamilyReads(schools);
        leave();
    }

    /** Two guardians apply for leave, on the web and on paper; one does not agree, one changes the days. */
    private void leave() {
        long father = register.addPerson("Far", name, "far." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
        Map<String, String> days = Map.of("firstDay", "2027-02-01", "lastDay", "2027-02-02", "leaveKind", "ordinary");
        Map<String, Object> asked = new HashMap<>(said("apply-leave", days));
        asked.put("children", List.of(String.valueOf(town.pupil())));
        CaseFile file = kept(applications.byFamily(town.guardian(), new Answers("apply-leave", asked), List.of(), "nb", UUID.randomUUID()).get(0));
        time.settle();
        Map<String, Object> change = new HashMap<>(said("change-leave", days));
        change.put("lastDay", "2027-02-05");
        assertThat(transactions.<Boolean>execute(t ->
                        own.act(file.id(), town.guardian(), "endre", new Answers("change-leave", change), List.of())))
                .isTrue();
        time.settle();
        done(file, "teacher-view", words("teacher-view", "justifiable", "unsure"));
        TaskRow agree = story.open(file, "guardian-agrees");
        Typed no = Typed.empty().with("agrees", "no").with("whyNot", flock.in("guardian-agrees").get("whyNot"));
        own.send(file.id(), father, agree.taskId(), no, java.util.Locale.forLanguageTag("nb")).orElseThrow();
        time.settle();
        Map<String, Object> paper = new HashMap<>(said("apply-leave-for", days, "channel", "letter", "bothSigned", "yes"));
        paper.put("pupil", String.valueOf(town.pupil()));
        CaseFile other = kept(applications.byStaff(
                towns.reader(town.social()), new Answers("apply-leave-for", paper), List.of(), "nb", UUID.randomUUID()));
        time.settle();
        done(other, "teacher-view", words("teacher-view", "justifiable", "no"));
        done(other, "decide-leave", words("decide-leave", "outcome", "refuse"));
        CaseFile third = kept(applications.byFamily(
                town.guardian(),
                new Answers("apply-leave", Map.of(
                        "children", List.of(String.valueOf(town.pupil())), "leaveKind", "ordinary", "firstDay", "2027-03-01",
                        "lastDay", "2027-03-01", "reason", "x", "childOpinion", "x")),
                List.of(),
                "nb",
                UUID.randomUUID()).get(0));
        time.settle();
        Map<String, Object> why = new HashMap<>(flock.in("withdraw-leave"));
        why.put("sureWithdrawn", true);
        transactions.<Boolean>execute(t -> own.act(third.id(), town.guardian(), "trekk", new Answers("withdraw-leave", why), List.of()));
        time.settle();
        jdbc.sql("delete from guardianship where guardian_id = ?").param(father).update();
    }

    /** Where no family reads an answer, the school and the owner write how they told them. */
    private void nobodyOfTheFamilyReads(CaseFile file) {
        for (String to : List.of("leadership", "owner")) {
            Map<String, Object> why = new HashMap<>(flock.in("lift-case"));
            why.put("liftTo", to);
            assertThat(staffLift.lift(towns.reader(town.principal()), file.id(), new Answers("lift-case", why))).isTrue();
            time.settle();
            String task = to.equals("owner") ? "answer-family" : "answer-escalation";
            done(file, task, words(task));
        }
    }

    /** A report to child protection, and a contact with the health service whose words go to the school. */
    private void lanes() {
        time.startAt(MONDAY);
        CaseFile report = kept(protection());
        laneDoor.letIn(towns.reader(town.teacher()), report, answered("let-into-lane", "whom", String.valueOf(town.deputy())));
        done(report, "send-protection-report", words("send-protection-report"));
        done(report, "protection-feedback", words("protection-feedback", "answered", "nothing"));
        done(report, "protection-feedback-again", words("protection-feedback"));
        done(report, "protection-outcome", words("protection-outcome"));
        done(kept(protection()), "send-protection-report", words("send-protection-report", "sent", "not-sent"));

        long leaves = register.addPerson("Slutter", name, "slutter." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(leaves, no.omtanke.organization.Role.SOCIAL_TEACHER, town.school(), false, LONG_AGO, null);
        CaseFile alone = kept(protection(leaves));
        towns.leave(leaves, no.omtanke.organization.Role.SOCIAL_TEACHER, town.school(), LONG_AGO);
        time.pass(Duration.ofHours(25));
        done(alone, "let-another-in", words("let-another-in", "anotherPerson", String.valueOf(town.deputy())));

        nurse = register.addPerson("Helse", name, "helse." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(nurse, no.omtanke.organization.Role.HEALTH_SERVICE, town.school(), false, LONG_AGO, null);
        CaseFile contact = kept(contacts.take(
                town.school(), answered("report-health-contact", "writer", "guardian", "talkHow", "write"), List.of(), "nb", UUID.randomUUID()));
        time.settle();
        healthNotes.add(towns.reader(nurse), contact, answered("health-note"));
        nurseSays(contact);
        contacts.add(contact.id(), answered("health-words"), List.of());
        time.settle();
        nurseSays(contact, "messageWords", flock.in("school-message").get("words"));
        contacts.answerProposal(contact.id(), answered("school-message-consent", "agrees", "yes", "asWhom", "guardian"));
        time.settle();
        story.does(nurse, story.open(contact, "ask-for-consent"), said("ask-for-consent", Map.of(), "allAgree", "yes", "consentInformed", "true"));
        time.settle();
        CaseFile message = kept(cases.file(jdbc.sql("select id from case_file where kind = 'school-message' and school_id = ?").param(town.school()).query(UUID.class).single()).orElseThrow());
        done(message, "read-school-message", words("read-school-message"));
    }

    private CaseFile protection() {
        return protection(town.social());
    }

    private CaseFile protection(long deputy) {
        CaseFile report = protectionReports.take(
                towns.reader(town.teacher()),
                town.school(),
                answered(
                        "report-child-protection", "pupil", String.valueOf(town.pupil()), "suspicion", "neglect", "danger", "no",
                        "deputy", String.valueOf(deputy), "guardiansTold", "no"),
                UUID.randomUUID(),
                java.util.Locale.forLanguageTag("nb"));
        time.settle();
        return report;
    }

    private void nurseSays(CaseFile contact, String... more) {
        String[] said = Stream.concat(Stream.of("next", "school"), Stream.of(more)).toArray(String[]::new);
        story.does(nurse, story.open(contact, "answer-health-contact"), said("answer-health-contact", Map.of(), said));
        time.settle();
    }

    /** One case goes on in another and is parted from it; a pupil gets a case of their own. */
    private void joinedAndSplit() {
        CaseFile one = kept(reported(words("report-guardian")));
        done(one, "read-report", "otherPupils[0].otherPupil", "" + town.third(), "otherPupils[0].otherRole", "affected");
        CaseFile other = kept(reported(words("report-guardian")));
        done(other, "read-report", "pupil", "" + town.other());
        Reader principal = towns.reader(town.principal());
        assertThat(joining.join(principal, other.id(), one.id(), answered("join-cases", "goesOn", "other"))).isTrue();
        done(one, "read-joined-case", words("read-joined-case"));
        assertThat(joining.part(principal, one.id(), other.id(), answered("part-cases"))).isTrue();
        UUID third = party(one, town.third());
        kept(splitting.split(principal, one.id(), third, answered("split-case", "staysHere", "no")).orElseThrow());
        time.settle();
    }

    private UUID party(CaseFile file, long person) {
        return jdbc.sql("select id from case_party where case_id = ? and person_id = ? and removed_at is null")
                .params(file.id(), person)
                .query(UUID.class)
                .single();
    }

    private void withoutMailServer() {
        mail.stop();
        try {
            CaseFile file = kept(reported(words("report-guardian", "aboutEmployee", "employee")));
            assertThat(openTasks(file)).containsExactly("read-report");
            time.pass(Duration.ofHours(2));
            TaskRow row = story.open(file, "read-report");
            String word = flock.word("a value past the form");
            try {
                engine.getTaskService().complete(row.taskId(), Map.of("pupil", word));
            } catch (RuntimeException refused) {
                assertThat(refused.getMessage()).doesNotContain(word);
            }
        } finally {
            mail.start();
        }
        time.pass(Duration.ofHours(2));
    }

    /** Whichever form of a task has a field that nobody has filled yet gets a case of its own that leads to it. */
    private void whatWasNotAskedYet() {
        outAndIn();
        joinedAndSplit();
        Set<String> forms = flock.silent(written()).stream()
                .map(field -> field.replaceAll(":.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String form : forms) {
            for (String[] more : OTHERWISE.getOrDefault(form, List.<String[]>of(answers()))) {
                time.startAt(MONDAY);
                if (form.equals("plan-message")) {
                    CaseFile file = kept(waitingAt("do-measure"));
                    families.write(
                            planOf(story.open(file, "do-measure")),
                            town.guardian(),
                            new Answers(form, new HashMap<>(flock.in(form))));
                } else {
                    CaseFile file = kept(waitingAt(form));
                    done(file, form, words(form, more));
                }
                // Where a plan is handed over the pupil has gone; the next story needs them here.
                jdbc.sql("update enrolment set to_date = null where pupil_id = ?").param(town.pupil()).update();
            }
        }
    }

    /** Somebody steps back and is let in again; an auditor opens the content. */
    private void outAndIn() {
        CaseFile file = kept(reported(words("report-guardian")));
        time.settle();
        done(file, "read-report");
        Reader deputy = towns.reader(town.deputy());
        assertThat(recusals.stepBack(deputy, file.id(), Part.CONTENT, answered("recusal", "ground", "other"))).isTrue();
        assertThat(recusals.letIn(towns.reader(town.principal()), file.id(), town.deputy(), answered("let-in-again"))).isTrue();
        // Also the case's number is posted: what stands there instead stays in the entry.
        assertThat(registering.register(
                        towns.reader(town.owner()),
                        file.reference(),
                        answered("supervision-request", "letterOn", "2026-11-20", "answerBy", "2026-11-30"),
                        List.of(new FileContent(flock.word("a letter's name") + ".txt", "text/plain", new byte[] {1}))))
                .isPresent();
        Reader auditor = towns.reader(town.auditor());
        assertThat(openings.open(auditor, file.id(), answered("auditor-opening", "openFor", "hour"))).isTrue();
    }

    /** A body without an account asks back and declines; another asks for consent, gives advice, and is not followed. */
    private void othersAreAsked() {
        CaseFile file = kept(reported(words("report-guardian")));
        done(file, "read-report");
        schoolActs(file);
        UUID first = asked(file, body(BodyKind.SFO), words("ask-for-help"));
        helps(first, "answer-involvement", words("answer-involvement", "bodyAnswer", "ask"));
        done(file, "clarify-involvement", words("clarify-involvement"));
        helps(first, "answer-involvement", words("answer-involvement", "bodyAnswer", "decline"));
        done(file, "find-another-way", words("find-another-way"));
        secondGuardian();
        jdbc.sql("update person set email = null where id = ?").param(father).update();
        int ppt = body(BodyKind.PPT);
        UUID nobodyReached = asked(file, ppt, words("ask-for-help"));
        saysYes(nobodyReached, town.guardian(), flock.in("give-consent"));
        done(file, "take-consent", words("take-consent", "consentAnswer", "silent"));
        done(file, "find-another-way", words("find-another-way"));
        UUID second = asked(file, ppt, words("ask-for-help"));
        saysYes(second, town.guardian(), flock.in("give-consent"));
        done(file, "take-consent", words("take-consent", "consentAnswer", "given", "consentHow", "paper", "consentUntil", "2027-01-31"));
        helps(second, "answer-involvement");
        helps(second, "give-advice", words("give-advice"));
        done(file, "follow-up-advice", words("follow-up-advice", "adviceUse", "no"));
        Answers accused = answered("found-accused", "foundPerson", String.valueOf(town.teacher()));
        assertThat(accusedFound.found(towns.reader(town.principal()), story.now(file), town.teacher(), accused)).isTrue();
        time.settle();
    }

    /** Everything that is written where a pupil needs adaptation, by the school, PPT and the family. */
    private void supported() {
        time.startAt(MONDAY);
        CaseFile file = kept(story.needRaised(town, towns.reader(town.social()), said("report-support-need", Map.of())));
        time.settle();
        done(file, "read-support-need", words("read-support-need", "supportWay", "discuss"));
        done(file, "write-discussion", words("write-discussion"));
        UUID discussed = newestHelp(file);
        helps(discussed, "answer-discussion", words("answer-discussion"));
        done(file, "choose-support-way", words("choose-support-way", "supportWay", "try"));
        done(file, "try-adaptation", words("try-adaptation"));
        done(file, "write-referral", words("write-referral", "interpreter", "yes"));
        UUID referred = newestHelp(file);
        everybodyAgrees(referred);
        helps(referred, "acknowledge-referral", words("acknowledge-referral", "bodyAnswer", "ask"));
        done(file, "clarify-referral", words("clarify-referral"));
        helps(referred, "acknowledge-referral", words("acknowledge-referral"));
        helps(referred, "expert-assessment", words("expert-assessment"));
        done(file, "decide-support", words("decide-support", "supportOutcome", "partly", "followsAssessment", "no"));
        time.settle();
        all(file, "hand-over-letter");
        time.pass(Duration.ofDays(23));
        done(file, "follow-up-support", words("follow-up-support"));

        CaseFile noted = kept(story.familySends("tilrettelegging", town.guardian(), town.pupil(), said(
                "report-own-need", Map.of(), "needKinds", "illness")));
        time.settle();
        done(noted, "read-support-need", words("read-support-need", "supportWay", "noted"));
        straight = story.familySends("tilrettelegging-ppt", town.guardian(), town.pupil(), said(
                "report-ppt", Map.of(), "needKinds", "senses", "interpreter", "no", "schoolMayKnow", "no", "consentUntil",
                today().plusYears(1).toString(), "consentFree", "true", "consentWithdraw", "true"));
        time.settle();
        everybodyAgrees(newestHelp(straight));
        helps(newestHelp(straight), "acknowledge-referral", words("acknowledge-referral", "bodyAnswer", "decline"));
        CaseFile unreached = kept(story.needRaised(town, towns.reader(town.social()), said("report-support-need", Map.of())));
        time.settle();
        done(unreached, "read-support-need");
        done(unreached, "try-adaptation", "supportWay", "enough");
        done(unreached, "follow-up-adaptation", words("follow-up-adaptation", "adaptationHelps", "no"));
        jdbc.sql("update body set closed = true where kind = 'ppt' and school_id = ?").param(town.school()).update();
        done(unreached, "choose-support-way", "supportWay", "refer");
        done(unreached, "ppt-missing", words("ppt-missing"));
    }

    private void everybodyAgrees(UUID help) {
        jdbc.sql("select person_id from involvement_consent where involvement_id = ? and state = 'asked'")
                .param(help)
                .query(Long.class)
                .list()
                .forEach(person -> saysYes(help, person));
    }

    private UUID newestHelp(CaseFile file) {
        return jdbc.sql("select id from involvement where case_id = ? order by asked_at desc, id limit 1")
                .param(file.id())
                .query(UUID.class)
                .single();
    }

    /** Notices of exemption, from a guardian and on paper, and what the school writes about them. */
    private void exempted() {
        time.startAt(MONDAY);
        String day = today().plusDays(7).toString();
        long youth = register.addPerson("Ungdom", town.tag(), "ungdom." + town.tag() + "@town.example", null, java.time.LocalDate.of(2011, 11, 1), "nb");
        int group = jdbc.sql("select class_id from enrolment where pupil_id = ?").param(town.pupil()).query(Integer.class).single();
        register.enrol(youth, group, LONG_AGO, null);
        register.addGuardian(town.guardian(), youth, true, LONG_AGO, null);
        Answers sent = answered(
                "exemption-notice", "child", String.valueOf(youth), "exemptKind", "activity", "howOften", "regular", "firstDay", day);
        CaseFile file = kept(exemptions.take(new FamilyForm.Sent(
                        town.guardian(), sent, new Effects(Map.of(), List.of(), false, null, null), List.of(), "nb", UUID.randomUUID()))
                .get(0));
        time.settle();
        done(file, "hear-pupil-exemption", words("hear-pupil-exemption"));
        done(file, "arrange-teaching", words("arrange-teaching", "exemptible", "no"));
        done(file, "decide-exemption", words("decide-exemption", "exemptionOutcome", "arrange"));
        done(file, "arrange-teaching", words("arrange-teaching"));
        time.pass(Duration.ofDays(45));
        done(file, "follow-up-exemption", words("follow-up-exemption"));

        CaseFile paper = kept(exemptions.register(
                towns.reader(town.teacher()),
                town.school(),
                UUID.randomUUID(),
                answered("register-exemption", "pupil", String.valueOf(town.pupil()), "gaveNotice", "pupil", "howOften", "once", "firstDay", day),
                "nb"));
        time.settle();
        done(paper, "ask-guardians-exemption", words("ask-guardians-exemption"));
        done(paper, "arrange-teaching", words("arrange-teaching", "exemptible", "no"));
        done(paper, "decide-exemption", words("decide-exemption"));
    }

    /** A decision, and every way that an appeal over it goes. */
    private void decidedAndAppealed() {
        time.startAt(MONDAY);
        CaseFile file = kept(trial.begin(town));
        done(file, "decide-trial", words("decide-trial"));
        UUID decision = jdbc.sql("select id from individual_decision where case_id = ?").param(file.id()).query(UUID.class).single();
        time.passTo("2026-12-16T10:00");
        assertThat(decisionDoor.appeal(decision, town.guardian(), answered("send-appeal"), List.of(new FileContent(
                        flock.word("an appeal's file") + ".txt", "text/plain", new byte[] {1}))))
                .contains(Appeals.Came.TAKEN);
        time.settle();
        done(file, "decide-late-appeal", words("decide-late-appeal"));
        done(file, "reconsider-appeal", words("reconsider-appeal"));
        done(file, "forward-appeal", words("forward-appeal", "forwardedOn", "2026-12-16"));
        done(file, "register-appeal-outcome", words("register-appeal-outcome", "outcomeOn", "2026-12-16"));
        CaseFile other = kept(trial.begin(town));
        done(other, "decide-trial", words("decide-trial"));
        OpenCase open = staffAppeals.open(towns.reader(town.principal()), other.reference()).orElseThrow();
        assertThat(staffAppeals.register(
                        towns.reader(town.principal()),
                        open,
                        staffAppeals.choices(open).get(0).party(),
                        answered("register-appeal", "appealChannel", "phone", "cameOn", "2026-12-16"),
                        List.of()))
                .contains(Appeals.Came.TAKEN);
        time.settle();
    }

    private Answers answered(String form, String... more) {
        return new Answers(form, new HashMap<>(said(form, Map.of(), more)));
    }

    /** The same through the doors: a family's file by link, and the pages on which staff look for it. */
    private void overTheWire() {
        CaseFile file = kept(reported(words("report-guardian")));
        WebSession family = WebSession.stranger(port);
        String link = links.issue(LinkPurpose.MY_REPORT, file.id(), null, Duration.ofDays(1));
        wire.add(family.post(link.substring(link.indexOf("/l/")), Map.of("action", "open")));
        // Nobody has confirmed the address: how the telephone number of the report ends.
        String phone = flock.in("report-guardian").get("phone");
        wire.add(family.post("/min-melding/kode", Map.of("action", "open", "code", phone.substring(phone.length() - 4))));
        wire.add(family.attach(
                "/min-melding/legg-til",
                Map.of("newInformation", flock.word("posted words"), "action", "send"),
                "attachments",
                flock.word("a posted file's name") + ".txt",
                flock.word("a posted file's content").getBytes(StandardCharsets.UTF_8)));
        wire.add(family.get("/min-melding"));
        time.settle();
        WebSession principal = WebSession.of(port, towns.account(town.principal()));
        String page = "/cases/" + file.reference();
        String task = story.open(file, "read-report").taskId();
        wire.add(principal.get(page));
        assertThat(wire.get(wire.size() - 1).body()).contains(flock.word("posted words"));
        wire.add(principal.get("/tasks/" + task));
        wire.add(principal.post("/tasks/" + task, Map.of("action", "save", "principalKnew", flock.word("a date"))));
        wire.add(principal.get("/history/" + file.reference()));
        wire.add(principal.get("/tasks"));
        wire.add(principal.get("/cases"));
        wire.add(principal.get("/plans"));
        wire.add(principal.get("/today"));
        UUID document = jdbc.sql("select id from case_document where case_id = ?").param(file.id()).query(UUID.class).single();
        HttpResponse<String> letter = principal.get(page + "/files/" + document);
        assertThat(letter.body()).contains(flock.word("a posted file's content"));
        assertThat(letter.headers().firstValue("Content-Disposition").orElse("")).contains(flock.word("a posted file's name"));
        wire.add(letter);
        wire.add(WebSession.stranger(port).get("/actuator/health"));
    }

    private CaseFile kept(CaseFile file) {
        told.add(file);
        return file;
    }

    private static String[] answers(String... said) {
        return said;
    }

    private Map<String, String> said(String form, Map<String, String> common, String... more) {
        Map<String, String> said = new LinkedHashMap<>(flock.in(form));
        said.putAll(common);
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        return said;
    }

    /** Every question of the form that is answered in free words is answered with its canary. */
    private String[] words(String form, String... more) {
        Map<String, String> said = said(form, Map.of(), more);
        if (form.equals("close-case")) {
            said.putAll(Map.of("closeTold[0].closeToldHow", "phone", "closeTold[0].closeToldDate", today().toString()));
        } else if (form.equals("decide-visibility")) {
            // Not every pupil of the story has guardians to choose from.
            if (said.containsKey("otherGuardians[0].otherVisibility")) {
                said.put("otherGuardians[0].otherGuardian", String.valueOf(town.guardian()));
            } else {
                said.keySet().removeIf(name -> name.startsWith("otherGuardians"));
            }
            if (!List.of(more).contains("visibility")) {
                said.put("visibility", "part");
            }
        } else if (form.equals("conclude")) {
            said.put("toldWhom[0].toldDate", today().toString());
        }
        return said.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    // --- where it is looked for

    /** What stands in the cases, opened. */
    private String written() {
        return told.stream()
                .map(file -> gate.open(towns.reader(town.principal()), file.id(), Part.CONTENT)
                        .or(() -> gate.open(towns.reader(town.owner()), file.id(), Part.CONTENT))
                        .or(() -> gate.open(towns.reader(town.social()), file.id(), Part.CONTENT))
                        .or(() -> gate.open(towns.reader(town.teacher()), file.id(), Part.CONTENT))
                        .or(() -> gate.open(towns.reader(nurse), file.id(), Part.CONTENT))
                        .orElseThrow())
                .flatMap(open -> open.entries().stream())
                .map(entry -> entry.json())
                .collect(Collectors.joining("\n"))
                + Stream.of("report-ppt", "acknowledge-referral")
                        .map(form -> cases.entries(straight.id(), form).get(0).json())
                        .collect(Collectors.joining("\n"));
    }

    private void everyFieldWasFilled() {
        assertThat(flock.silent(written()))
                .as("no story fills these fields: answer what shows them in OTHERWISE, or lead a story to their form")
                .isEmpty();
    }

    private void aCarelessLineShowsNothing() {
        OpenCase open = gate.open(towns.reader(town.principal()), told.get(0).id(), Part.CONTENT).orElseThrow();
        String line =
                open.toString() + open.entries() + open.parties() + open.attachments() + directory.pupils(town.school());
        assertThat(flock.singing(line)).as("what a careless line in the log would show").isEmpty();
        assertThat(line).doesNotContain(name);
    }

    private void theEngineKeepsOnlyFacts() {
        Set<String> allowed = Stream.of(Fact.values()).map(Fact::variable).collect(Collectors.toCollection(TreeSet::new));
        allowed.addAll(ENGINE_COUNTERS);
        for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("select distinct name_ from " + table + " where name_ is not null")
                            .query(String.class)
                            .list())
                    .as(table)
                    .isSubsetOf(allowed);
            assertThat(jdbc.sql("select coalesce(max(length(text_)), 0) from " + table).query(Integer.class).single())
                    .as("no routing value is as long as a sentence: %s", table)
                    .isLessThanOrEqualTo(64);
        }
    }

    private void saysNothing(List<String> mails) {
        assertThat(mails).hasSizeGreaterThan(10).allSatisfy(message -> {
            String besides = message.lines().filter(line -> !line.startsWith("To: ")).collect(Collectors.joining("\n"));
            assertThat(flock.singing(besides)).isEmpty();
            assertThat(besides).doesNotContainIgnoringCase(name);
            String to = message.lines().filter(line -> line.startsWith("To: ")).collect(Collectors.joining());
            assertThat(flock.singing(to)).allMatch(where -> where.endsWith(": email"));
        });
        assertThat(mails).as("a mail goes where the reporter said").anyMatch(
                message -> flock.singing(message).contains("report-guardian: email"));
    }

    private void theLogSaysNothing() {
        assertThat(log.list).isNotEmpty();
        List<String> lines = log.list.stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()))
                        + line.getMDCPropertyMap())
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add(printed.toString(StandardCharsets.UTF_8));
        assertThat(lines).allSatisfy(line -> {
            assertThat(flock.singing(line)).isEmpty();
            assertThat(line).doesNotContainIgnoringCase(name);
        });
    }

    /** Headers, addresses and where one was sent on; what a page shows is what it is for. */
    private void theWireSaysNothing() {
        assertThat(wire).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isLessThan(400);
            answer.headers().map().forEach((header, values) -> {
                if (!header.equalsIgnoreCase("Content-Disposition")) {
                    assertThat(flock.singing(values.toString())).as(header).isEmpty();
                    assertThat(values.toString()).doesNotContainIgnoringCase(name);
                }
            });
            assertThat(flock.singing(answer.uri().toString())).isEmpty();
            assertThat(title(answer.body())).doesNotContain(flock.call).doesNotContainIgnoringCase(name);
            Stream.of(answer.body().split("(href|src|action)=\"")).skip(1).map(rest -> rest.replaceAll("\".*(?s:.*)", "")).forEach(
                    address -> assertThat(flock.singing(address)).as("an address on " + answer.uri().getPath()).isEmpty());
        });
    }

    private static String title(String page) {
        int begins = page.indexOf("<title>");
        return begins < 0 ? "" : page.substring(begins, page.indexOf("</title>"));
    }
}
