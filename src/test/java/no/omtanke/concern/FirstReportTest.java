package no.omtanke.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OmtankeTest
class FirstReportTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Test
    void a_report_is_taken_the_principal_gets_a_task_and_the_reporter_a_receipt() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        assertThat(story.openTasks(file)).containsExactly("read-report");
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(town.principal());
        assertThat(mail.to("foresatt." + town.tag() + "@hjemme.example")).hasSize(1);
    }
}
