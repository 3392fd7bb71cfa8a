package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.omtanke.OmtankeTest;
import no.omtanke.WebSession;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.EntryMarks;
import no.omtanke.casefile.FileContent;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.correspondence.PdfCheck;
import no.omtanke.dossier.Registering;
import no.omtanke.form.Answers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The package for Statsforvalteren: what was ticked is in it, what must not leave is in none of its bytes. */
@OmtankeTest
class DossierTest extends PlanStory {

    private static final Pattern WHY = Pattern.compile("name=\"why:([^\"]+)\"");
    private static final Pattern TICKED = Pattern.compile("name=\"take\"[^>]*value=\"([^\"]+)\"[^>]*checked");

    @Autowired
    Registering registering;

    @Autowired
    CaseFiles cases;

    @Autowired
    EntryMarks marks;

    @Autowired
    FamilyDoor door;

    @Autowired
    TransactionTemplate together;

    @LocalServerPort
    int port;

    private WebSession owner;

    /** A case with an involved pupil, a file of the family, and a plan that was evaluated and revised. */
    private CaseFile longCase() {
        CaseFile file = reported("whatHappened", "De stenger henne ute ved stolpen hver dag.");
        door.add(file.id(), new Answers("new-information", Map.of("newInformation", "Det skjedde igjen i går.")), List.of(
                new FileContent("bilde fra skolegården.txt", "text/plain", "Tekst i vedlegget.".getBytes(StandardCharsets.UTF_8))));
        done(file, "read-report", "otherPupils[0].otherPupil", String.valueOf(town.other()), "otherPupils[0].otherRole", "involved");
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude", "safe", "no", "plan", "yes");
        done(file, "write-plan", "problem", "Eleven er alene ved stolpen.", "evaluation", "2026-11-24");
        done(file, "hear-pupil-plan");
        done(file, "guardian-view", "view", "disagree", "viewReason", "Kanarifugl sitter i foresattes syn.");
        all(file, "guardian-view");
        done(file, "approve-plan");
        done(file, "do-measure", "done", "no", "whyNot", "Kanariord i loggen her.");
        time.passTo("2026-11-24T07:00");
        evaluated(file, "safe", "no", "outcome", "revise");
        done(file, "revise-plan", "problem", "Eleven er fortsatt alene på bussen.", "evaluation", "2026-11-30");
        heard(file);
        done(file, "approve-plan");
        return file;
    }

    private UUID entry(CaseFile file, String form) {
        return jdbc.sql("select id from case_entry where case_id = ? and form_id = ? order by written_at limit 1")
                .params(file.id(), form)
                .query(UUID.class)
                .single();
    }

    private String request(CaseFile file) {
        assertThat(registering.register(
                        towns.reader(town.owner()), file.reference(), SupervisionStories.letter("2026-12-04"), List.of()))
                .isPresent();
        time.settle();
        owner = WebSession.of(port, towns.account(town.owner()));
        return "/tasks/" + story.open(file, "prepare-dossier").taskId() + "/documents";
    }

    /** Posts the list as it stands on the page. @param untick keys that are left out, with the reason */
    private int save(String list, String asOf, Map<String, String> untick, Set<String> tick) {
        String shown = owner.postAll(list, form(owner.get(list).body(), asOf, untick, tick, "show")).body();
        return owner.postAll(list, form(shown, asOf, untick, tick, "save")).statusCode();
    }

    private static List<String> form(String page, String asOf, Map<String, String> untick, Set<String> tick, String action) {
        List<String> form = new ArrayList<>(List.of("action", action, "asOf", asOf));
        Set<String> ticked = keys(TICKED, page);
        for (String key : keys(WHY, page)) {
            boolean takes = (ticked.contains(key) || tick.contains(key)) && !untick.containsKey(key);
            if (takes) {
                form.addAll(List.of("take", key));
            }
            form.addAll(List.of("why:" + key, untick.getOrDefault(key, takes ? "" : "Gjelder en annen elev.")));
        }
        return form;
    }

    private static Set<String> keys(Pattern pattern, String page) {
        Set<String> keys = new LinkedHashSet<>();
        Matcher found = pattern.matcher(page);
        while (found.find()) {
            keys.add(found.group(1));
        }
        return keys;
    }

    private Map<String, byte[]> made(CaseFile file) throws IOException {
        done(file, "prepare-dossier", "coverNote", "Skolen svarer gjerne på spørsmål.");
        return download(file);
    }

    private Map<String, byte[]> download(CaseFile file) throws IOException {
        UUID dossier = jdbc.sql("select id from dossier where case_id = ? order by made_at desc limit 1")
                .param(file.id())
                .query(UUID.class)
                .single();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(owner.file("/cases/" + file.reference() + "/dossiers/" + dossier)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[ \u00a0]+", " ");
        }
    }

    private static byte[] pdf(Map<String, byte[]> files) {
        return files.entrySet().stream().filter(f -> f.getKey().startsWith("00-")).findFirst().orElseThrow().getValue();
    }

    @Test
    void the_package_holds_the_whole_case_and_can_be_kept_for_good() throws Exception {
        CaseFile file = longCase();
        String list = request(file);
        assertThat(owner.get(list).body()).contains("Tidslinje med frister", "Aktivitetsplan, versjon 1", "Aktivitetsplan, versjon 2",
                "Evaluering 1 av aktivitetsplanen", "Tiltakene dag for dag", "bilde fra skolegården.txt");
        assertThat(save(list, "2026-11-23", Map.of(), Set.of())).isEqualTo(302);
        Map<String, byte[]> files = made(file);

        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters/dossier.pdf"), pdf(files));
        String text = words(pdf(files));
        assertThat(text).containsSubsequence(
                "Dokumentasjon i skolemiljøsak", "Statsforvalteren i Prøvik", "2026/4711", "4. desember 2026", file.reference(),
                "Elev " + town.tag(), "Tatt opp med rektor", "23. november 2026", "All dokumentasjon i saken.",
                "Skolen svarer gjerne på spørsmål.", "Innhold og dokumentliste", "Dette er ikke med",
                "Fristen er holdt", "De stenger henne ute ved stolpen hver dag.", "Det skjedde igjen i går.", "Konkluder",
                "Gjaldt fra", "Eleven er alene ved stolpen.", "Har gjeldt siden", "Eleven er fortsatt alene på bussen.",
                "gjaldt versjon 1", "Ikke gjort", "Skolens vurdering", "Filene som ligger ved");
        assertThat(files.keySet()).allMatch(name -> name.matches("\\d{2}-.+")).anyMatch(name -> name.endsWith("-bilde fra skolegården.txt"));
        assertThat(files.entrySet().stream().filter(f -> f.getKey().endsWith("skolegården.txt")).findFirst().orElseThrow().getValue())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Tekst i vedlegget.");
        assertThat(PdfCheck.failures(pdf(files), PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(jdbc.sql("select count(*) from access_log where case_id = ? and part = 'DOSSIER' and person_id = ? and allowed")
                        .params(file.id(), town.owner())
                        .query(Integer.class)
                        .single())
                .as("the export is in the log")
                .isPositive();
        Map<String, byte[]> again = download(file);
        assertThat(again.keySet()).isEqualTo(files.keySet());
        again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(files.get(name)));
    }

    @Test
    void what_is_not_ticked_is_not_there_and_other_pupils_are_not_ticked() throws Exception {
        CaseFile file = longCase();
        String list = request(file);
        String page = owner.get(list).body();
        Set<String> unticked = new HashSet<>(keys(WHY, page));
        unticked.removeAll(keys(TICKED, page));
        UUID others = jdbc.sql("select e.id from case_entry e join case_party p on p.id = e.about"
                        + " where e.case_id = ? and p.role = 'involved' and e.form_id = 'hear-pupil'")
                .param(file.id())
                .query(UUID.class)
                .single();
        assertThat(unticked).contains("entry:" + others);
        assertThat(owner.postAll(list, List.of("action", "save", "asOf", "", "why:course", "")).statusCode())
                .as("whatever is left out needs a reason").isEqualTo(422);

        String conclusion = "entry:" + entry(file, "conclude");
        String attachment = keys(WHY, page).stream()
                .filter(key -> key.startsWith("file:"))
                .filter(key -> jdbc.sql("select kind from case_document where id = ?::uuid").param(key.substring(5)).query(String.class).single().equals("attachment"))
                .findFirst()
                .orElseThrow();
        assertThat(save(list, "", Map.of(conclusion, "Sendes i eget brev.", attachment, "Privat bilde."), Set.of())).isEqualTo(302);
        Map<String, byte[]> files = made(file);
        Set<String> kept = Set.copyOf(jdbc.sql("select item from dossier_item i join dossier d on d.id = i.dossier_id where d.case_id = ?")
                .param(file.id())
                .query(String.class)
                .list());
        assertThat(kept).doesNotContain(conclusion, attachment, "entry:" + others);
        assertThat(files.keySet()).noneMatch(name -> name.contains("skolegården"));
        assertThat(files).hasSize(1 + (int) kept.stream().filter(key -> key.startsWith("file:")).count());
        assertThat(words(pdf(files))).contains("Sendes i eget brev.", "Privat bilde.").doesNotContain("skolegården.txt", "Annen " + town.tag());
    }

    @Test
    void what_is_marked_or_closed_is_in_no_byte_of_it_wherever_it_was_copied_to() throws Exception {
        CaseFile file = longCase();
        Reader principal = towns.reader(town.principal());
        for (String form : List.of("guardian-view", "do-measure", "investigate")) {
            assertThat(marks.keepBack(principal, file.id(), entry(file, form), true, Set.of())).isTrue();
        }
        UUID closed = together.execute(t -> {
            UUID entry = cases.addEntry(
                    file.id(), "new-information", town.social(), "staff", null, null,
                    new Answers("new-information", Map.of("newInformation", "Kanari i lukket del.")).toJson());
            cases.addDocument(file.id(), entry, "kanari.txt", "text/plain", "Kanari i fil.".getBytes(StandardCharsets.UTF_8));
            cases.closeEntryToLane(file.id(), entry, "child-protection");
            cases.nameInLane(file.id(), "child-protection", town.owner());
            return entry;
        });
        String list = request(file);
        String page = owner.get(list).body();
        assertThat(page).doesNotContain(closed.toString(), entry(file, "investigate").toString(), "kanari.txt");
        assertThat(save(list, "2026-11-23", Map.of(), keys(WHY, page))).isEqualTo(302);
        Map<String, byte[]> files = made(file);
        String text = words(pdf(files));
        assertThat(text).contains("[Ikke med: merket «Ikke gi videre».]").doesNotContainIgnoringCase("kanari", "Klassen er urolig.");
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            String words = one.getKey().endsWith(".pdf") ? words(one.getValue()) : new String(one.getValue(), StandardCharsets.UTF_8);
            assertThat(one.getKey() + words).doesNotContainIgnoringCase("kanari");
        }
        // What is marked after it was made stops the package as well.
        assertThat(marks.keepBack(principal, file.id(), entry(file, "conclude"), true, Set.of())).isTrue();
        assertThat(download(file)).isEmpty();
        assertThat(owner.get("/cases/" + file.reference() + "/requests").body()).contains("Lag den på nytt.");
    }

    @Test
    void only_the_owner_comes_to_the_requests_and_the_package() throws Exception {
        CaseFile file = reported();
        done(file, "read-report");
        String list = request(file);
        save(list, "", Map.of(), Set.of());
        made(file);
        UUID dossier = jdbc.sql("select id from dossier where case_id = ?").param(file.id()).query(UUID.class).single();
        UUID document = jdbc.sql("select document_id from dossier where case_id = ?").param(file.id()).query(UUID.class).single();
        String page = "/cases/" + file.reference();
        List<String> paths = List.of(page + "/requests", page + "/dossiers/" + dossier, page + "/files/" + document, list);
        assertThat(owner.get(page + "/requests").body()).contains("2026/4711", "Last ned pakken");
        for (long person : List.of(town.principal(), town.social(), town.teacher())) {
            WebSession other = WebSession.of(port, towns.account(person));
            assertThat(paths).allSatisfy(path -> assertThat(other.get(path).statusCode()).as(path).isEqualTo(404));
            assertThat(other.get("/supervision/new").statusCode()).isEqualTo(403);
            assertThat(other.get(page).body()).doesNotContain(document.toString());
        }
        for (Part part : List.of(Part.DOSSIER, Part.SUPERVISION)) {
            assertThat(gate.allows(towns.reader(town.auditor()), file.id(), part)).isFalse();
        }
        assertThat(WebSession.stranger(port).get(page + "/requests").statusCode()).isEqualTo(302);
    }
}
