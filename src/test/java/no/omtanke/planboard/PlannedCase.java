package no.omtanke.planboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Answers;
import no.omtanke.plan.Evaluations;
import no.omtanke.plan.Measures;
import no.omtanke.plan.Plans;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case whose pupil has a plan, written by the plan's own beans without the way there. */
@OmtankeTest
abstract class PlannedCase {

    static final String MONDAY = "2026-11-23T10:00";
    static final String GAME = "To voksne starter en lek ved stolpen og henter dem som går for seg selv.";
    static final String LIST = "Felles lek ved stolpen: to voksne starter leken.";
    static final String TALK = "Sosiallæreren møter de involverte elevene i ti minutter hver onsdag.";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    CaseFiles cases;

    @Autowired
    Plans plans;

    @Autowired
    Measures measures;

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate together;

    @LocalServerPort
    int port;

    Town town;

    @BeforeEach
    void aTown() {
        time.startAt(MONDAY);
        town = towns.found();
    }

    /** A case with the pupil in it, and who is accused if somebody is. */
    CaseFile reported(String accusedKind, Long accused) {
        CaseFile file = story.guardianReports(town, Map.of());
        together.executeWithoutResult(t -> {
            cases.endNamedParties(file.id(), "affected");
            cases.addParty(file.id(), "affected", town.pupil());
            cases.addParticipant(file.id(), town.social(), "task");
            cases.classify(file.id(), accusedKind, false);
            if (accused != null) {
                cases.addParty(file.id(), "accused", accused);
            }
        });
        return file;
    }

    UUID pupil(CaseFile file) {
        return cases.parties(file.id()).stream()
                .filter(p -> Long.valueOf(town.pupil()).equals(p.personId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Map<String, Object> measure(String what, String target, String often, long who, String... more) {
        Map<String, Object> measure = new java.util.LinkedHashMap<>(Map.of(
                "planWhat", what, "planTarget", target, "planOften", often, "planWho", String.valueOf(who),
                "planFrom", "2026-11-23", "planTo", "2027-01-29"));
        for (int i = 0; i < more.length; i += 2) {
            measure.put(more[i], more[i + 1]);
        }
        return measure;
    }

    List<Map<String, Object>> usual() {
        return List.of(
                measure(GAME, "environment", "daily", town.teacher(), "planMoment", "break", "planPlace", "Skolegården", "planList", LIST,
                        "planSubstitute", String.valueOf(town.social()), "planWhy", "Når en voksen eier leken, kan ingen bli valgt bort."),
                measure(TALK, "others", "weekly", town.social(), "planFrom", "2026-11-25"));
    }

    /** Begins a plan and sends its first draft. @return the plan */
    String drafted(CaseFile file, List<Map<String, Object>> measures) {
        return together.execute(t -> {
            String plan = plans.begin(file.id().toString(), pupil(file).toString());
            draft(file, plan, measures);
            return plan;
        });
    }

    void draft(CaseFile file, String plan, List<Map<String, Object>> measures) {
        wrote(file, "write-plan", town.teacher(), "staff", Map.of(
                "problem", "Eleven blir stengt ute i friminuttene av noen på trinnet.",
                "pupilGoal", "At noen spør om jeg vil være med.",
                "planMeasures", new ArrayList<>(measures),
                "services", List.of("sfo", "ppt"),
                "evaluation", "2026-11-30"));
        plans.keepDraft(plan);
    }

    /** The pupil and a guardian have their say, the leadership says yes, the measures begin. */
    void approved(CaseFile file, String plan) {
        together.executeWithoutResult(t -> {
            wrote(file, "hear-pupil-plan", town.teacher(), "staff", Map.of(
                    "heard", "yes", "talkedWhen", "2026-11-23", "pupilWords", "De går når jeg kommer.",
                    "readAloud", true, "pupilAgrees", "partly", "pupilChanges", "Ikke ved stolpen når det regner"));
            wrote(file, "guardian-view", town.guardian(), "guardian", Map.of(
                    "view", "partly", "viewReason", "Vi vil at det skjer på bussen også"));
            plans.examine(plan);
            wrote(file, "approve-plan", town.principal(), "staff", Map.of("approved", "yes"));
            plans.approve(plan);
            plans.measuresToStart(plan).forEach(measures::begin);
        });
    }

    CaseFile running() {
        CaseFile file = reported("pupil", null);
        approved(file, drafted(file, usual()));
        return file;
    }

    void evaluated(CaseFile file, String plan, String pupilSafe, String safe) {
        together.executeWithoutResult(t -> {
            evaluations.begin(plan);
            wrote(file, "ask-pupil", town.teacher(), "staff", Map.of(
                    "asked", "yes", "pupilSafe", pupilSafe, "whatHelped", "Leken", "whatMissing", "Bussen"));
            wrote(file, "guardian-evaluation", town.guardian(), "guardian",
                    Map.of("childSafe", safe, "guardianWords", "Det er litt lettere hjemme."));
            wrote(file, "evaluate-plan", town.principal(), "staff", Map.of(
                    "safe", safe, "judgement", "Vi fortsetter.", "outcome", "continue", "nextEvaluation", "2026-12-14"));
            evaluations.keep(plan);
        });
    }

    void logged(CaseFile file, int number, String day, String result, String why) {
        UUID measure = jdbc.sql("""
                        select m.id from plan_measure m join plan p on p.id = m.plan_id
                        where p.case_id = ? and m.number = ? and m.begun_at is not null and m.ended_at is null
                        """)
                .params(file.id(), number).query(UUID.class).single();
        UUID entry = result.equals("no-answer") ? null : together.execute(t -> wrote(
                file, "do-measure", town.teacher(), "staff",
                Map.of("done", result.equals("done") ? "yes" : "no", "whyNot", why, "effect", "")));
        OffsetDateTime at = Instant.parse(day + "T13:00:00Z").atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into measure_log (measure_id, day, result, by_person, at, entry) values (?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        measure, LocalDate.parse(day), result, entry == null ? null : town.teacher(), at, entry))
                .update();
    }

    UUID wrote(CaseFile file, String form, long who, String kind, Map<String, Object> said) {
        return cases.addEntry(file.id(), form, who, kind, pupil(file), null, new Answers(form, said).toJson());
    }
}
