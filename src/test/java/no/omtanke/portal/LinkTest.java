package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.Invitations;
import no.omtanke.concern.Notices;
import no.omtanke.form.Answers;
import no.omtanke.involvement.Asking;
import no.omtanke.network.SameTime;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.DirectoryRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Links from e-mails, in the hands of people, mail scanners and strangers. */
@OmtankeTest
class LinkTest {

    @Autowired
    Bodies bodies;

    @Autowired
    Asking asking;

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Invitations invitations;

    @Autowired
    Notices notices;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate together;

    @Autowired
    DirectoryRegister register;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    // How the number of the story's report ends.
    private static final String DIGITS = "0000";

    Town town;
    CaseFile file;
    String email;
    WebVisitor parent;

    @BeforeEach
    void reported() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        email = "foresatt." + town.tag() + "@hjemme.example";
        file = story.guardianReports(town, Map.of());
        time.settle();
        parent = new WebVisitor(port);
    }

    @Test
    void the_receipts_link_confirms_the_address_and_opens_my_report() {
        parent.openUnconfirmed(receipt(), DIGITS);
        assertThat(parent.path).isEqualTo("/min-melding");
        assertThat(parent.page)
                .contains(file.reference(), "De stenger henne ute i friminuttene.", "Vi har fått meldingen")
                .contains("Vi snakker med barnet ditt", "Rektor " + town.tag(), "kl. 15.00");
        assertThat(story.now(file).reporterAddress()).isEqualTo("confirmed");
    }

    @Test
    void a_mail_scanners_looking_spends_nothing() {
        WebVisitor scanner = new WebVisitor(port);
        for (int i = 0; i < 3; i++) {
            assertThat(scanner.get(receipt()).page).contains("Fortsett").doesNotContain(file.reference());
        }
        assertThat(story.now(file).reporterAddress()).isEqualTo("unconfirmed");
        assertThat(parent.openUnconfirmed(receipt(), DIGITS).path).isEqualTo("/min-melding");
    }

    @Test
    void a_link_opens_once_the_same_browser_goes_on_and_another_can_ask_for_a_new_one() {
        String link = receipt();
        parent.openUnconfirmed(link, DIGITS);
        assertThat(parent.get(link).path).isEqualTo("/min-melding");
        WebVisitor other = new WebVisitor(port);
        other.get(link);
        assertThat(other.status).isEqualTo(410);
        assertThat(other.page).contains("Lenken virker ikke").doesNotContain(file.reference());
        other.press("again", Map.of());
        assertThat(other.path).isEqualTo("/l/sendt");
        time.settle();
        assertThat(mail.to(email)).hasSize(2);
        other.get(mail.to(email).get(1).link()).press("open", Map.of());
        assertThat(other.page).contains(file.reference());
    }

    @Test
    void a_wrong_link_looks_like_a_dead_one() {
        String link = receipt();
        new WebVisitor(port).get(link).press("open", Map.of());
        parent.get(link);
        int dead = parent.status;
        String said = withoutTokens(parent.page);
        parent.get("/l/" + "x".repeat(43));
        assertThat(parent.status).isEqualTo(dead);
        assertThat(withoutTokens(parent.page)).isEqualTo(said);
        int before = mail.all().size();
        assertThat(parent.press("again", Map.of()).path).isEqualTo("/l/sendt");
        time.settle();
        assertThat(mail.all()).hasSize(before);
    }

    @Test
    void an_old_link_is_dead_and_new_ones_are_not_sent_without_end() {
        String link = receipt();
        time.pass(Duration.ofDays(31));
        int before = mail.to(email).size();
        assertThat(parent.get(link).status).isEqualTo(410);
        for (int i = 0; i < 6; i++) {
            parent.get(link).press("again", Map.of());
        }
        time.settle();
        assertThat(mail.to(email).size() - before).isEqualTo(3);
    }

    @Test
    void what_is_added_reaches_the_school_once_even_when_sent_twice() {
        parent.openUnconfirmed(receipt(), DIGITS);
        parent.get("/min-melding/legg-til").press("send", Map.of());
        assertThat(parent.status).isEqualTo(422);
        Map<String, String> added = Map.of("newInformation", "Det skjedde igjen <b>i dag</b> 😢");
        String csrf = parent.csrf();
        parent.press("send", added);
        assertThat(parent.path).isEqualTo("/min-melding");
        assertThat(parent.page).contains("Det skjedde igjen &lt;b&gt;i dag&lt;/b&gt; 😢", "får beskjed og leser det");
        parent.post("/min-melding/legg-til", "send", added, csrf);
        time.settle();
        assertThat(parent.page.split("Det skjedde igjen")).hasSize(2);
        assertThat(story.openTasks(file)).containsOnlyOnce("read-new-information");
    }

    @Test
    void not_heard_goes_to_the_school_owner() {
        parent.openUnconfirmed(receipt(), DIGITS);
        parent.get("/min-melding/ikke-hort").press("send", Map.of("missing", "no-call", "tellMore", "Ingen ringer."));
        assertThat(parent.page).contains("Takk. Saken er løftet.", "Nå er det skoleeier i kommunen som skal ta tak i saken og svare deg, senest onsdag 25. november kl. 15.00", "Tatt opp med rektor: mandag 23. november", "Fra mandag 30. november", "Ingen ringer.");
        time.settle();
        assertThat(story.openTasks(file)).contains("answer-family");
    }

    @Test
    void after_half_an_hour_what_was_typed_is_kept_for_the_next_link() {
        parent.openUnconfirmed(receipt(), DIGITS);
        parent.get("/min-melding/legg-til");
        time.pass(Duration.ofMinutes(31));
        parent.press("send", Map.of("newInformation", "Skrevet for sakte."));
        assertThat(parent.page).contains("Det du skrev, er lagret").doesNotContain(file.reference());
        assertThat(parent.get("/min-melding").page).contains("Siden er lukket");
        parent.press("again", Map.of());
        time.settle();
        parent.get(mail.to(email).get(1).link()).press("open", Map.of());
        assertThat(parent.get("/min-melding/legg-til").page).contains("Skrevet for sakte.");
        parent.get("/min-melding").press("leave", Map.of());
        assertThat(parent.get("/min-melding").page).contains("Siden er lukket").doesNotContain(file.reference());
    }

    @Test
    void without_a_link_nothing_is_seen() {
        assertThat(parent.get("/min-melding").page).contains("Åpne lenken i e-posten").doesNotContain(file.reference());
        assertThat(parent.get("/min-melding/legg-til").page).contains("Siden er lukket");
    }

    @Test
    void the_form_a_school_sends_has_child_and_guardian_filled_in_and_is_used_once() {
        invitations.send(town.school(), town.pupil(), town.guardian(), town.teacher());
        time.settle();
        var invitation = mail.to("foresatt." + town.tag() + "@town.example").get(0);
        parent.get(invitation.link()).press("open", Map.of());
        assertThat(parent.page).contains("Elev " + town.tag());
        assertThat(parent.path).startsWith("/meld/skjema/");
        parent.press(
                "next",
                Map.of("school", "" + town.school(), "childName", "Elev " + town.tag(), "childGrade", "6", "relation", "parent"));
        parent.press("next", Map.of("whatHappened", "Skolen spurte.", "aboutEmployee", "none"));
        parent.press("next", Map.of("safeTomorrow", "yes")).press("next", Map.of()).press("next", Map.of());
        assertThat(parent.page).contains("Foresatt " + town.tag(), "foresatt." + town.tag() + "@town.example");
        WebVisitor later = new WebVisitor(port);
        assertThat(later.get(invitation.link()).status).isEqualTo(410);
        parent.press("next", Map.of("reporterName", "Foresatt", "phone", "91234567")).press("send", Map.of());
        assertThat(parent.path).isEqualTo("/meld/sendt");
        assertThat(later.get(invitation.link()).page).contains("Skjemaet er allerede sendt");
    }

    @Test
    void a_reporter_who_is_kept_out_is_not_even_told_that_something_happened() {
        together.executeWithoutResult(now -> {
            cases.addParty(file.id(), "affected", town.pupil());
            cases.addParty(file.id(), "reporter", town.guardian());
        });
        tell("answer");
        int told = mail.all().size();
        assertThat(told).isPositive();
        register.blockGuardian(town.guardian(), town.pupil(), true);
        tell("answer");
        tell("closed");
        assertThat(mail.all()).hasSize(told);
        register.blockGuardian(town.guardian(), town.pupil(), false);
        tell("answer");
        assertThat(mail.all()).as("let in again").hasSize(told + 1);
    }

    private void tell(String what) {
        String id = file.id().toString();
        together.executeWithoutResult(now -> {
            if (what.equals("answer")) {
                notices.answerReady(id);
            } else {
                notices.caseClosed(id);
            }
        });
        time.settle();
    }

    @Test
    void a_stranger_who_got_the_mail_by_a_mistyped_address_sees_nothing_and_confirms_nothing() {
        WebVisitor stranger = new WebVisitor(port).get(receipt()).press("open", Map.of());
        assertThat(stranger.path).isEqualTo("/min-melding/kode");
        assertThat(stranger.page).contains("De fire siste sifrene").doesNotContain(file.reference(), town.tag());
        for (String path : new String[] {"/min-melding", "/min-melding/legg-til", "/min-melding/ikke-hort", "/min-melding/lest"}) {
            assertThat(stranger.get(path).path).isEqualTo("/min-melding/kode");
        }
        for (int i = 1; i <= 5; i++) {
            stranger.press("open", Map.of("code", "000" + i));
            assertThat(stranger.page).doesNotContain(file.reference(), "stenger henne");
        }
        stranger.get("/min-melding/kode").press("open", Map.of("code", DIGITS));
        assertThat(stranger.status).isEqualTo(410);
        assertThat(stranger.get("/min-melding").page).contains("Siden er lukket").doesNotContain(file.reference());
        assertThat(story.now(file).reporterAddress()).isEqualTo("unconfirmed");
    }

    @Test
    void ten_wrong_answers_in_all_close_links_to_the_address_for_good() {
        for (int link = 0; link < 2; link++) {
            WebVisitor stranger = new WebVisitor(port);
            stranger.get(mail.to(email).get(link).link()).press("open", Map.of());
            for (int i = 1; i <= 5; i++) {
                stranger.press("open", Map.of("code", "000" + i));
            }
            new WebVisitor(port).get(mail.to(email).get(link).link()).press("again", Map.of());
            time.settle();
        }
        assertThat(mail.to(email)).as("after ten wrong answers no more is sent").hasSize(2);
    }

    @Test
    void whom_the_school_asked_about_the_child_is_told_to_whoever_has_shown_more_than_the_link() {
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", "" + town.pupil(), "accused", "pupil", "responsible", "" + town.teacher(),
                "investigator", "" + town.social(), "principalKnew", "2026-11-23"));
        int sfo = bodies.keep(new Body(
                0, town.school(), BodyKind.SFO, "SFO " + town.tag(), "sfo." + town.tag() + "@tjeneste.example", null, null,
                new Body.Words(null, null, null), true, false, false));
        Reader principal = towns.reader(town.principal());
        OpenCase open = asking.open(principal, file.reference()).orElseThrow();
        Answers question = new Answers("ask-for-help", Map.of("helpQuestion", "Hva ser dere?", "helpAnonymous", "no"));
        asking.ask(principal, open, new Asking.Wish(sfo, Asking.pupils(open).get(0).id(), question, Map.of()));
        time.settle();
        parent.openUnconfirmed(receipt(), DIGITS);
        assertThat(parent.get("/min-melding").page).contains("Hvem skolen har bedt om hjelp").doesNotContain("SFO " + town.tag());
        parent.press("send", Map.of());
        parent.press("open", Map.of("code", mail.code(email)));
        assertThat(parent.get("/min-melding").page).contains("Hvem skolen har bedt om hjelp", "SFO " + town.tag());
    }

    @Test
    void the_answer_to_the_family_needs_a_code() {
        parent.openUnconfirmed(receipt(), DIGITS);
        parent.get("/min-melding/ikke-hort").press("send", Map.of("missing", "no-call", "tellMore", "Ingen ringer."));
        time.settle();
        story.does(
                town.owner(),
                file,
                "answer-family",
                Map.of(
                        "whatWeFound", "Ingen hadde ringt.", "answer", "Rektor ringer i dag.",
                        "ownerFollows", "school", "order", "Ring i dag.", "ownerChecks", "2026-11-30"));
        time.settle();
        assertThat(parent.get("/min-melding").page).contains("Du har fått svar").doesNotContain("Rektor ringer i dag.");
        assertThat(parent.get("/min-melding/lest").path).isEqualTo("/min-melding/kode");
        parent.get("/min-melding").press("send", Map.of());
        assertThat(parent.path).isEqualTo("/min-melding/kode");
        parent.press("open", Map.of("code", mail.code(email)));
        assertThat(parent.path).isEqualTo("/min-melding");
        assertThat(parent.page).contains("Rektor ringer i dag.").doesNotContain("Ingen hadde ringt.");
        parent.get("/min-melding/lest");
        assertThat(parent.page).contains("Hvem har lest", "Du").doesNotContain("Kommunalsjef " + town.tag());
    }

    @Test
    void asking_for_a_new_link_takes_as_long_whether_there_was_one_or_not() {
        String link = receipt();
        parent.openUnconfirmed(link, DIGITS);
        WebVisitor other = new WebVisitor(port).get(link);
        String csrf = other.csrf();
        assertThat(milliseconds(() -> other.post(link + "/ny", "again", Map.of(), csrf))).isGreaterThanOrEqualTo(300);
        assertThat(milliseconds(() -> other.post("/l/" + "x".repeat(43) + "/ny", "again", Map.of(), csrf)))
                .isGreaterThanOrEqualTo(300);
        assertThat(SameTime.AN_ANSWER.toMillis()).isEqualTo(300);
    }

    @Test
    void a_form_that_was_sent_back_ends_its_links_and_a_former_guardian_gets_none() {
        var id = invitations.send(town.school(), town.pupil(), town.guardian(), town.teacher());
        time.settle();
        String link = mail.to("foresatt." + town.tag() + "@town.example").get(0).link();
        register.endGuardian(town.guardian(), town.pupil(), java.time.LocalDate.of(2026, 11, 23));
        assertThat(parent.get(link).status).isEqualTo(410);
        assertThat(jdbc.sql("select revoked_for from secure_link where subject = ?").param(id).query(String.class).single())
                .isEqualTo("no-guardian");
        int before = mail.all().size();
        parent.press("again", Map.of());
        time.settle();
        assertThat(mail.all()).hasSize(before);
    }

    @Test
    void guessed_tokens_open_nothing_and_are_seen() {
        int before = unknown();
        java.util.Random guesses = new java.util.Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[32];
            guesses.nextBytes(bytes);
            String token = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(parent.get("/l/" + token).status).isEqualTo(410);
        }
        for (String odd : new String[] {"%00", "'%20or%201=1--", "..%5c", "a".repeat(2000)}) {
            assertThat(parent.get("/l/" + odd).status).isIn(400, 404, 410);
        }
        assertThat(unknown() - before).isBetween(20, 24);
    }

    private int unknown() {
        return jdbc.sql("select count(*) from access_log where case_id is null and reason = 'link-unknown'")
                .query(Integer.class)
                .single();
    }

    private static long milliseconds(Runnable what) {
        long begun = System.nanoTime();
        what.run();
        return java.time.Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private String receipt() {
        return mail.to(email).get(0).link();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("/l/[^/\"]+", "/l/").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
