package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.FileCheck;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Answers;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open form, with what families and others really send to it. */
@OmtankeTest
class ReportTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;
    WebVisitor parent;

    @BeforeEach
    void monday() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        parent = new WebVisitor(port);
    }

    @Test
    void a_parent_reports_and_is_told_who_makes_contact_by_which_day_and_hour() {
        long before = drafts();
        parent.writeReport(town.school(), "De stenger ham ute.", email());
        assertThat(parent.page).contains("De stenger ham ute.", "Ingenting er sendt ennå", "Nils");
        assertThat(filesOfTheSchool()).isEmpty();
        parent.press("send", Map.of());
        assertThat(parent.path).isEqualTo("/meld/sendt");
        CaseFile file = theCase();
        assertThat(parent.page)
                .contains(file.reference(), "tirsdag 24. november", "kl. 15.00", "Rektor " + town.tag(), "§ 12-6")
                .contains("mandag 30. november", email());
        assertThat(file.entrance()).isEqualTo("open");
        assertThat(file.language()).isEqualTo("nb");
        assertThat(file.reporterAddress()).isEqualTo("unconfirmed");
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void pressing_send_twice_at_once_gives_one_case_and_the_same_confirmation() {
        parent.writeReport(town.school(), "De stenger ham ute.", email());
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> parent.pressAside("send")))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        String reference = theCase().reference();
        assertThat(answers).allSatisfy(a -> assertThat(a.body()).contains(reference));
        time.settle();
        assertThat(mail.to(email())).hasSize(1);
        assertThat(parent.press("send", Map.of()).page).contains(reference);
        assertThat(filesOfTheSchool()).hasSize(1);
    }

    @Test
    void the_same_browser_can_report_about_another_child_afterwards() {
        parent.writeReport(town.school(), "Om den ene.", email()).press("send", Map.of());
        parent.writeReport(town.school(), "Om den andre.", email()).press("send", Map.of());
        assertThat(filesOfTheSchool()).hasSize(2);
    }

    @Test
    void a_missing_answer_is_asked_for_and_what_was_typed_stands() {
        parent.get("/meld/skole-" + town.tag());
        parent.press("next", Map.of("childName", "Nils"));
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("value=\"Nils\"", "Velg et svar", "href=\"#f-childGrade\"");
        assertThat(parent.page).doesNotContain("href=\"#f-school\"");
        assertThat(parent.get("/meld").page).contains("value=\"Nils\"", "Her er det du skrev sist");
    }

    @Test
    void a_megabyte_of_text_is_answered_with_a_sentence_and_kept() {
        parent.get("/meld?side=2");
        String long_ = "Dette er en lang fortelling. ".repeat(36_000);
        parent.press("next", Map.of("whatHappened", long_, "aboutEmployee", "none"));
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("Kort ned teksten.");
        assertThat(parent.get("/meld?side=2").page).contains(long_.strip());
    }

    @Test
    void more_than_can_be_read_gets_a_page_that_says_what_to_do() {
        parent.writeReport(town.school(), "Dette står fra før.", "");
        parent.get("/meld?side=2").press("next", Map.of("whatHappened", "x".repeat(5_000_000)));
        assertThat(parent.status).isEqualTo(413);
        assertThat(parent.page).contains("Det ble for stort å sende");
        assertThat(parent.get("/meld?side=2").page).contains("Dette står fra før.");
    }

    @Test
    void emoji_sami_letters_and_script_arrive_as_they_were_written() {
        String said = "Áŋŋá gullá 😢 \"Čálli\" <script>alert('1')</script> & <b>fet</b>";
        parent.writeReport(town.school(), said, email());
        assertThat(parent.page).doesNotContain("<script>alert").contains("Áŋŋá gullá 😢", "&lt;script&gt;alert");
        parent.press("send", Map.of());
        assertThat(report().text("whatHappened")).isEqualTo(said);
    }

    @Test
    void a_mistyped_address_does_not_stop_the_report() {
        parent.writeReport(town.school(), "De stenger ham ute.", "kari@finnesikke.invalid").press("send", Map.of());
        assertThat(parent.page).contains("kari@finnesikke.invalid", "Er adressen feil, er meldingen likevel mottatt");
        assertThat(theCase().reporterAddress()).isEqualTo("unconfirmed");
        parent.writeReport(town.school(), "De stenger ham ute.", "kari@");
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("Skriv e-postadressen slik", "value=\"kari@\"");
    }

    @Test
    void without_a_mail_server_the_report_is_taken_and_the_receipt_sent_later() {
        mail.stop();
        try {
            parent.writeReport(town.school(), "De stenger ham ute.", email()).press("send", Map.of());
            assertThat(parent.page).contains(theCase().reference());
            time.settle();
            assertThat(story.openTasks(theCase())).contains("read-report");
        } finally {
            mail.start();
        }
        time.pass(Duration.ofHours(2));
        assertThat(mail.to(email())).hasSize(1);
    }

    @Test
    void at_a_school_without_a_principal_the_school_owner_reads_it() {
        towns.leave(town.principal(), Role.LEADERSHIP, town.school(), java.time.LocalDate.of(2026, 11, 1));
        towns.leave(town.deputy(), Role.LEADERSHIP, town.school(), java.time.LocalDate.of(2026, 11, 1));
        parent.writeReport(town.school(), "De stenger ham ute.", email()).press("send", Map.of());
        assertThat(parent.page).contains("Kommunen, som eier skolen, tar kontakt");
        time.settle();
        assertThat(story.openTasks(theCase())).contains("read-report");
        assertThat(cases.lastEvent(theCase().id(), "no-leader")).isPresent();
    }

    @Test
    void a_stale_page_loses_nothing_and_asks_for_one_more_press() {
        parent.get("/meld?side=2").press("save", Map.of("whatHappened", "Først."));
        parent.forgetCookie("omtanke-csrf");
        parent.press("next", Map.of("whatHappened", "Det jeg skrev lenge på.", "aboutEmployee", "none"));
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("Det jeg skrev lenge på.", "Alt du skrev, er lagret");
        parent.press("next", Map.of("whatHappened", "Det jeg skrev lenge på.", "aboutEmployee", "none"));
        assertThat(parent.status).isEqualTo(200);
        assertThat(parent.page).contains("Hvor og når?");
    }

    @Test
    void a_browser_that_refuses_cookies_keeps_the_text_on_the_page_and_is_told() {
        parent.get("/meld?side=2");
        parent.forgetCookie("omtanke-csrf");
        parent.press("next", Map.of("whatHappened", "Uten informasjonskapsler.", "aboutEmployee", "none"));
        assertThat(parent.page).contains("Uten informasjonskapsler.", "tar ikke nettleseren din imot");
        assertThat(parent.path).isEqualTo("/meld");
    }

    @Test
    void a_robot_has_to_wait_and_is_never_refused() {
        parent.writeReport(town.school(), "De stenger ham ute.", email());
        parent.press("send", Map.of("nettsted", "http://spam.example"));
        assertThat(parent.page).contains("Vent litt", "Vent i 20 sekunder");
        assertThat(parent.press("send", Map.of()).page).contains("Vent litt");
        assertThat(filesOfTheSchool()).isEmpty();
        time.pass(Duration.ofSeconds(21));
        assertThat(parent.press("send", Map.of()).page).contains(theCase().reference());
    }

    @Test
    void attachments_are_kept_at_once_and_come_with_the_case() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] exe = ("MZ" + "\0".repeat(200)).getBytes(StandardCharsets.ISO_8859_1);
        parent.get("/meld?side=5");
        // Others' files lie there too, and their clocks went further.
        List<String> before = jdbc.sql("select holder from held_file").query(String.class).list();
        parent.attach("save", "attachments", Map.of("../../bilde av gården.png", png));
        assertThat(parent.page).contains("bilde av gården.png").doesNotContain("../");
        List<String> held = jdbc.sql("select distinct holder from held_file").query(String.class).list().stream()
                .filter(holder -> !before.contains(holder))
                .toList();
        assertThat(held).hasSize(1);
        parent.attach("next", "attachments", Map.of("notat.txt", html, "film.mp4", exe));
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("Vi kan ikke ta imot filen «notat.txt»", "bilde av gården.png");
        parent.attach("save", "attachments", Map.of("stor.png", new byte[FileCheck.MOST_BYTES + 1]));
        assertThat(parent.page).contains("Filen «stor.png» er for stor", "bilde av gården.png");
        parent.writeReport(town.school(), "Se bildet.", "");
        assertThat(parent.page).contains("bilde av gården.png");
        parent.press("send", Map.of());
        assertThat(jdbc.sql("select media_type from case_document where case_id = ?")
                        .param(theCase().id())
                        .query(String.class)
                        .list())
                .containsExactly("image/png");
        assertThat(jdbc.sql("select count(*) from held_file where holder = any(?)")
                        .param(held.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void somebody_worried_about_another_child_and_a_pupil_have_forms_of_their_own() {
        parent.get("/meld/elev");
        assertThat(parent.page).contains("Hvordan har du det på skolen?", "face-1.svg");
        parent.get("/meld/annet-barn?lang=nn");
        parent.press("next", Map.of("school", "" + town.school(), "childName", "En gutt", "relation", "other"));
        parent.press("next", Map.of("whatHappened", "Ser trist ut.", "aboutEmployee", "none"));
        parent.press("next", Map.of("safeTomorrow", "no"));
        parent.press("next", Map.of()).press("next", Map.of()).press("next", Map.of());
        parent.press("send", Map.of());
        assertThat(parent.page).contains("fordi det handlar om eit anna barn").doesNotContain("§ 12-6");
        assertThat(theCase().language()).isEqualTo("nn");
        assertThat(theCase().entrance()).isEqualTo("third-party");
        assertThat(theCase().serious()).isTrue();
    }

    @Test
    void what_was_written_can_be_deleted_and_unknown_schools_are_not_found() {
        long before = drafts();
        parent.get("/meld").press("save", Map.of("childName", "Nils"));
        assertThat(drafts()).isEqualTo(before + 1);
        parent.get("/meld").press("discard", Map.of());
        assertThat(drafts()).isEqualTo(before);
        assertThat(parent.get("/meld").page).doesNotContain("Nils");
        assertThat(parent.get("/meld/finnes-ikke").status).isEqualTo(404);
        assertThat(parent.get("/meld/skjema/" + UUID.randomUUID()).status).isEqualTo(404);
    }

    private String email() {
        return "kari." + town.tag() + "@hjemme.example";
    }

    private CaseFile theCase() {
        assertThat(filesOfTheSchool()).hasSize(1);
        return cases.file(filesOfTheSchool().get(0)).orElseThrow();
    }

    private List<UUID> filesOfTheSchool() {
        return jdbc.sql("select id from case_file where school_id = ?")
                .param(town.school())
                .query(UUID.class)
                .list();
    }

    private Answers report() {
        return Answers.fromJson(cases.entries(theCase().id(), "report-guardian").get(0).json());
    }

    private long drafts() {
        return jdbc.sql("select count(*) from form_draft where owner like 'draft:%' and purpose like 'report%'")
                .query(Long.class)
                .single();
    }
}
