package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Splitting;
import no.omtanke.form.Answers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One of several pupils gets a case of their own, with what is about them and nothing else. */
abstract class SplitStories extends ProcessStory {

    @Autowired
    Splitting splitting;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    FamilyDoor door;

    private CaseFile file;

    private void threePupils() {
        file = reported("whatHappened", "meldingsord");
        done(file, "read-report",
                "otherPupils[0].otherPupil", "" + town.other(), "otherPupils[0].otherRole", "affected",
                "otherPupils[1].otherPupil", "" + town.third(), "otherPupils[1].otherRole", "involved");
        hear(town.pupil(), "førsteord");
        hear(town.other(), "andreord");
    }

    private void hear(long pupil, String words) {
        done(about(pupil, "hear-pupil"), "pupilWords", words);
    }

    @Test
    void the_new_case_has_what_is_about_the_pupil_and_the_old_one_goes_on_without_them() {
        threePupils();
        CaseFile own = split(town.other(), "no");
        assertThat(texts(own)).contains("andreord").doesNotContain("meldingsord", "førsteord");
        assertThat(cases.parties(own.id()).stream().filter(Party::isPupil).map(Party::personId)).containsExactly(town.other());
        assertThat(openTasks(own)).containsExactlyInAnyOrder("decide-visibility", "read-report");
        assertThat(pupils()).containsExactlyInAnyOrder(town.pupil(), town.third());
        assertThat(about(town.pupil(), "inform-guardians")).as("the others' goes on").isNotNull();
        assertThat(tasks.ofCase(file.id()).stream().filter(t -> t.open() && t.taskKey().equals("inform-guardians"))).hasSize(1);
        assertThat(tasks.ofCase(file.id()).stream().filter(t -> t.open() && t.taskKey().equals("decide-visibility"))).hasSize(1);
        assertThat(events(file, "pupil-own-case")).hasSize(1);
        assertThat(events(own, "case-split-off")).hasSize(1);
        assertThat(texts(file)).as("what was written stays").contains("andreord");
        assertThat(door.read(file.id()).orElseThrow().written().toString()).doesNotContain("andreord");

        done(own, "read-report", "pupil", "" + town.other());
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude", "safe", "no", "plan", "yes");
        assertThat(tasks.ofCase(file.id()).stream().filter(t -> t.open() && t.taskKey().equals("write-plan")))
                .as("no plan here for the one who left").hasSize(1);
    }

    @Test
    void a_pupil_may_stay_and_have_a_case_besides() {
        threePupils();
        CaseFile own = split(town.third(), "yes");
        assertThat(pupils()).contains(town.third());
        assertThat(openTasks(own)).containsExactly("read-report");
        assertThat(events(file, "pupil-also-own-case")).hasSize(1);
        assertThat(about(town.third(), "hear-pupil")).isNotNull();
    }

    @Test
    void who_has_a_plan_here_or_is_the_only_one_affected_stays() {
        threePupils();
        assertThat(splitting.hindrance(file.id(), party(town.pupil()))).isEmpty();
        schoolActs(file);
        done(file, "investigate");
        done(file, "conclude", "safe", "no", "plan", "yes");
        assertThat(splitting.hindrance(file.id(), party(town.pupil()))).contains("plan");
        assertThat(splitting.split(principal(), file.id(), party(town.pupil()).id(), why("no"))).isEmpty();
        CaseFile small = reported();
        done(small, "read-report", "otherPupils[0].otherPupil", "" + town.other(), "otherPupils[0].otherRole", "witness");
        Party only = cases.parties(small.id()).stream().filter(p -> p.role().equals("affected")).findFirst().orElseThrow();
        assertThat(splitting.hindrance(small.id(), only)).contains("only");
    }

    @Test
    void the_accused_of_the_old_case_cannot_find_the_new_one() {
        file = reported("aboutEmployee", "employee");
        done(file, "read-report", "accused", "employee", "accusedPerson", "" + town.teacher(),
                "responsible", "" + town.social(), "investigator", "",
                "otherPupils[0].otherPupil", "" + town.other(), "otherPupils[0].otherRole", "witness");
        CaseFile own = split(town.other(), "yes");
        for (Part part : Part.values()) {
            assertThat(gate.allows(towns.reader(town.teacher()), own.id(), part)).as("%s", part).isFalse();
        }
        assertThat(story.now(own).accused()).isEqualTo("employee");
    }

    @Test
    void only_who_leads_the_case_gives_a_pupil_their_own() {
        threePupils();
        for (long person : List.of(town.teacher(), town.social(), town.auditor(), town.owner())) {
            assertThat(splitting.split(towns.reader(person), file.id(), party(town.other()).id(), why("no"))).isEmpty();
        }
    }

    private CaseFile split(long pupil, String stays) {
        CaseFile own = splitting.split(principal(), file.id(), party(pupil).id(), why(stays)).orElseThrow();
        time.settle();
        return own;
    }

    private static Answers why(String stays) {
        return new Answers("split-case", Map.of("whySplit", "delingsord", "staysHere", stays));
    }

    private Reader principal() {
        return towns.reader(town.principal());
    }

    private String texts(CaseFile of) {
        return gate.open(principal(), of.id(), Part.CONTENT).orElseThrow().entries().stream().map(Entry::json).toList().toString();
    }

    private List<Long> pupils() {
        return cases.parties(file.id()).stream().filter(Party::isPupil).map(Party::personId).toList();
    }

    private Party party(long pupil) {
        return cases.parties(file.id()).stream()
                .filter(p -> p.isPupil() && Long.valueOf(pupil).equals(p.personId()))
                .findFirst()
                .orElseThrow();
    }

    private no.omtanke.process.TaskRow about(long pupil, String task) {
        UUID id = party(pupil).id();
        return tasks.ofCase(file.id()).stream()
                .filter(t -> t.open() && t.taskKey().equals(task) && id.equals(t.pupil()))
                .findFirst()
                .orElseThrow();
    }
}
