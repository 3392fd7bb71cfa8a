package no.omtanke.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.form.Answers;
import no.omtanke.process.AuditorOpenings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An auditor reads content only with a reason, for a while, in one case, and those who lead it see that. */
class AuditorOpensContentTest extends HistoryStories {

    private static final String REASON = "Klage fra familien til kontrollutvalget";

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries lists;

    @Autowired
    CaseFiles cases;

    @Autowired
    AuditorOpenings openings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate together;

    @Test
    void an_auditor_says_why_reads_for_an_hour_and_the_leadership_sees_it() {
        CaseFile file = caseWithMissedDeadlines();
        CaseFile other = story.guardianReports(town, java.util.Map.of());
        try (StaffBrowser auditor = StaffBrowser.of(Browser.laptop(true), port, towns, town.auditor())) {
            assertThat(auditor.go("/history/" + file.reference() + "/content")).isEqualTo(404);
            auditor.go("/history/" + file.reference());
            assertThat(auditor.page.content()).doesNotContain(SECRET);
            auditor.page.locator("a:has-text('Åpne innholdet')").click();
            auditor.press("Gå videre");
            assertThat(auditor.text()).contains("Vi mangler noe");
            auditor.page.fill("[name=openingReason]", REASON);
            auditor.choose("openFor", "hour");
            Browser.checkPage(auditor.page);
            Browser.picture(auditor.page, "auditor-opening");
            auditor.press("Gå videre");
            Browser.checkPage(auditor.page);
            auditor.press("Åpne innholdet");
            assertThat(auditor.page.url()).endsWith("/history/" + file.reference() + "/content");
            assertThat(auditor.text()).contains("Du leser saken for å føre tilsyn");
            assertThat(auditor.page.content()).contains(SECRET);
            assertThat(auditor.page.locator("main button, main a[href*='/cases'], main a[href*='/tasks'], main a[href*='recusal']").count())
                    .as("nothing to do here")
                    .isZero();
            Browser.checkPage(auditor.page);
            Browser.picture(auditor.page, "auditor-content");

            assertThat(auditor.go("/history/" + other.reference() + "/content")).as("one case, not all").isEqualTo(404);
            assertThat(auditor.go("/cases/" + file.reference())).isEqualTo(403);
            auditor.go("/history?q=" + file.reference());
            assertThat(auditor.page.content()).doesNotContain(SECRET);
        }
        Reader reader = towns.reader(town.auditor());
        assertThat(lists.list(reader, null, null, 10, 0)).as("lists do not change").isEmpty();
        assertThat(lists.count(reader, null, town.tag())).isZero();
        assertThat(List.of(Part.TASK, Part.MEASURE, Part.TODAY)).noneMatch(part -> gate.allows(reader, file.id(), part));
        assertThat(jdbc.sql("select reason from access_log where case_id = ? and person_id = ? and part = 'CONTENT' and allowed")
                        .params(file.id(), town.auditor())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("auditor-opened");
        assertThat(jdbc.sql("select encode(sealed, 'escape') from case_entry where case_id = ? and form_id = 'auditor-opening'")
                        .param(file.id())
                        .query(String.class)
                        .single())
                .doesNotContain("kontrollutvalget");

        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference());
            assertThat(leader.text()).contains("Åpnet innholdet for å føre tilsyn", "Revisor " + town.tag());
            assertThat(leader.page.content()).contains(REASON);
            leader.go("/history/" + file.reference());
            assertThat(leader.text()).contains("Fører tilsyn, åpnet innholdet");
        }
        assertThat(gate.open(towns.reader(town.teacher()), file.id(), Part.CONTENT).orElseThrow().entries())
                .as("who works in the case reads no reason")
                .noneMatch(e -> e.formId().equals("auditor-opening"));

        time.passTo("2026-12-01T12:00");
        assertThat(gate.allows(reader, file.id(), Part.CONTENT)).as("the time is over").isFalse();
    }

    @Test
    void nobody_else_and_never_in_a_case_about_oneself() {
        CaseFile file = caseWithMissedDeadlines();
        Answers why = new Answers("auditor-opening", java.util.Map.of("openingReason", REASON, "openFor", "day"));
        assertThat(openings.open(towns.reader(town.principal()), file.id(), why)).isFalse();
        assertThat(openings.open(towns.reader(town.owner()), file.id(), why)).isFalse();
        Reader auditor = towns.reader(town.auditor());
        assertThat(openings.open(auditor, file.id(), why)).isTrue();
        assertThat(gate.allows(auditor, file.id(), Part.CONTENT)).isTrue();
        together.executeWithoutResult(t -> cases.addParty(file.id(), "accused", town.auditor()));
        assertThat(gate.allows(auditor, file.id(), Part.CONTENT)).isFalse();
        assertThat(openings.open(auditor, file.id(), why)).isFalse();
    }
}
