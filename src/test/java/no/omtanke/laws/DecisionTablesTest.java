package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every row of every decision table answers, for every input there is, once. */
@OmtankeTest
class DecisionTablesTest {

    private static final List<String> ACCUSED = List.of("none", "pupil", "employee", "leader", "unknown");
    private static final List<Boolean> EITHER = List.of(true, false);

    /** No duties: the latest days of a plan's evaluations, how long a lifted case or a request for help may wait. */
    private static final List<String> LIMITS = List.of(
            "first-evaluation", "second-evaluation", "later-evaluation", "answer-involvement-over", "give-advice-over", "lift-quiet",
            "lift-longest", "appeal-window", "answer-discussion-over", "acknowledge-referral-over", "expert-assessment-over", "provisional-answer");

    @Autowired
    DecisionService decisions;

    @Autowired
    HistoryService history;

    @ParameterizedTest
    @CsvSource({
        "none,     true,  leadership",
        "none,     false, owner",
        "pupil,    true,  leadership",
        "pupil,    false, owner",
        "employee, true,  leadership",
        "employee, false, owner",
        "unknown,  true,  leadership",
        "unknown,  false, owner",
        "leader,   true,  owner",
        "leader,   false, owner"
    })
    void who_reads(String accused, boolean schoolHasLeader, String reader) {
        assertThat(only("routing", Map.of("accused", accused, "schoolHasLeader", schoolHasLeader)))
                .containsEntry("reader", reader);
    }

    @Test
    void the_owner_is_told_by_the_school_of_employees_and_of_what_is_serious() {
        for (String reader : List.of("leadership", "owner")) {
            for (String accused : ACCUSED) {
                for (boolean serious : EITHER) {
                    boolean told = reader.equals("leadership")
                            && !accused.equals("leader")
                            && (accused.equals("employee") || serious);
                    assertThat(only("owner-notice", Map.of("reader", reader, "accused", accused, "serious", serious)))
                            .as("%s, %s, %s", reader, accused, serious)
                            .containsEntry("tellOwner", told);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true", "40, true"})
    void physical_interventions_are_repeated_from_the_third_in_a_school_year(int interventions, boolean repeated) {
        assertThat(only("repeated-intervention", Map.of("interventionCount", interventions))).containsEntry("repeated", repeated);
    }

    /** What an application can be, in all its combinations: who decides it, and that no two rows of the table do. */
    @Test
    void who_decides_about_leave() throws IOException {
        for (boolean right : EITHER) {
            for (int asked : List.of(0, 1, 3, 4, 10, 11, 190)) {
                for (int used : List.of(0, 7, 8, 10, 190)) {
                    for (String view : List.of("yes", "unsure", "no")) {
                        for (String agreement : List.of("go-on", "leadership")) {
                            boolean few = asked <= 3 && agreement.equals("go-on");
                            boolean teacher = right ? few : few && asked + used <= 10 && view.equals("yes");
                            Map<String, Object> facts = Map.of(
                                    "leaveRight", right, "daysAsked", asked, "daysUsed", used, "leaveCap", 10, "teacherDays", 3,
                                    "teacherView", view, "agreement", agreement);
                            assertThat(only("who-decides", facts))
                                    .as("%s", facts)
                                    .containsEntry("decider", teacher ? "contact-teacher" : "leadership");
                        }
                    }
                }
            }
        }
        assertThat(answered("who-decides")).containsAll(rows("who-decides"));
    }

    @ParameterizedTest
    @CsvSource({"agreed, go-on", "not-asked, go-on", "silent, leadership", "disagreed, return"})
    void what_the_other_guardians_answer_means(String answer, String agreement) {
        assertThat(only("other-guardian", Map.of("guardiansAgree", answer))).containsEntry("agreement", agreement);
    }

    /** The default deadlines, as the municipality's list has them: clock, normal, serious. */
    @ParameterizedTest
    @CsvSource({
        "receipt,              C,  0,  0, report",
        "read-report,          W,  1,  0, report",
        "notify-owner,         W,  0,  0, task",
        "notify-owner-late,    W,  0,  0, task",
        "appoint-investigator, W,  1,  0, task",
        "first-contact,        W,  1,  0, report",
        "immediate-measures,   W,  1,  0, report",
        "hear-pupil,           W,  2,  1, report",
        "decide-visibility,    W,  2,  2, task",
        "inform-guardians,     W,  1,  0, task",
        "investigate,          W,  3,  1, report",
        "conclude,             W,  4,  2, report",
        "write-plan,           W,  5,  3, report",
        "approve-plan,         W,  5,  3, report",
        "evaluate-plan,        W,  1,  0, task",
        "revise-plan,          W,  2,  1, task",
        "hear-pupil-plan,      W,  2,  1, task",
        "guardian-view,        W,  2,  1, task",
        "approve-provisional-plan, W, 2, 2, plan-provisional",
        "review-override,      W,  2,  1, task",
        "do-measure,           S,  0,  0, task",
        "follow-up-measure,    W,  1,  0, task",
        "ask-pupil,            W,  1,  1, task",
        "guardian-evaluation,  W,  2,  1, task",
        "evaluate-measure,     W,  1,  1, task",
        "review-plan,          W,  2,  1, task",
        "read-family-words,    W,  1,  0, event",
        "hand-over-plan,       W,  2,  1, task",
        "give-consent,         W,  5,  3, task",
        "give-consent-now,     W,  5,  3, task",
        "answer-involvement,   W,  3,  1, task",
        "answer-involvement-over, W, 5, 2, task",
        "clarify-involvement,  W,  2,  1, task",
        "give-advice,          W, 10,  5, task",
        "give-advice-over,     W, 13,  7, task",
        "follow-up-advice,     W,  3,  2, task",
        "find-another-way,     W,  2,  1, task",
        "first-evaluation,     W,  5,  3, plan-approved",
        "second-evaluation,    W, 10,  5, plan-approved",
        "later-evaluation,     W, 20, 10, plan-approved",
        "prepare-dossier,      C,  0,  0, letter",
        "send-dossier,         C,  0,  0, letter",
        "register-ruling,      C, 90, 90, task",
        "carry-out-order,      C,  0,  0, letter",
        "close-case,           W,  2,  1, task",
        "read-new-information, W,  1,  0, event",
        "answer-family,        W,  2,  1, event",
        "send-protection-report,    W,   0,   0, task",
        "protection-feedback,       C,  21,  21, protection-report-sent",
        "protection-feedback-again, C,   7,   7, task",
        "protection-outcome,        C, 112, 112, task",
        "answer-health-contact,     W,   2,   2, task",
        "read-school-message,       W,   2,   2, task",
        "hear-accused, W, 2, 1, task",
        "read-joined-case, W, 1, 0, task",
        "hear-joined-pupil, W, 2, 1, task",
        "inform-joined-guardians, W, 1, 0, task",
        "hear-pupil-intervention, W, 1, 0, task",
        "inform-guardians-intervention, W, 0, 0, task",
        "review-intervention, W, 1, 0, task",
        "talk-absence, W, 5, 2, task",
        "plan-absence, W, 5, 2, task",
        "evaluate-absence, W, 3, 1, task",
        "review-absence, W, 5, 2, task",
        "hand-over-absence, W, 3, 2, task",
        "do-absence-measure, S, 0, 0, task",
        "read-intervention, W, 2, 1, task",
        "guardian-agrees, W, 5, 5, task",
        "teacher-view, W, 3, 3, task",
        "decide-leave, W, 10, 10, report",
        "provisional-answer, C, 30, 30, report",
        "answer-escalation,    W,  2,  1, task",
        "carry-out-owner-order,      W,  1,  1, decided",
        "lift-quiet,           W,  5,  3, task",
        "lift-longest,         W, 20, 10, task",
        "appeal-window, C, 21, 21, letter-available",
        "hand-over-letter, W, 2, 2, task",
        "decide-late-appeal, W, 5, 5, task",
        "reconsider-appeal, W, 10, 10, task",
        "decide-anew, W, 5, 5, task",
        "forward-appeal, W, 5, 5, task",
        "register-appeal-outcome, C, 120, 120, task",
        "hand-over-outcome, W, 2, 2, task",
        "report-withdrawal, W, 2, 2, task",
        "read-support-need,         W,  3,  3, report",
        "try-adaptation,            S, 20, 20, task",
        "ppt-missing,               W,  2,  2, task",
        "write-discussion,          W,  5,  5, task",
        "answer-discussion,         W, 10, 10, task",
        "answer-discussion-over,    W, 20, 20, task",
        "choose-support-way,        W,  5,  5, task",
        "write-referral,            W, 10, 10, task",
        "acknowledge-referral,      W, 10, 10, referral-sent",
        "acknowledge-referral-over, W, 20, 20, referral-sent",
        "clarify-referral,          W,  5,  5, task",
        "expert-assessment,         M,  3,  3, referral-sent",
        "expert-assessment-over,    M,  6,  6, referral-sent",
        "decide-support,            W, 10, 10, task",
        "follow-up-adaptation,      S, 30, 30, task",
        "follow-up-support,         M,  6,  6, task",
        "case-age,             W, 30, 15, report"
    })
    void how_long(String duty, String clock, int normal, int serious, String countsFrom) {
        for (boolean isSerious : EITHER) {
            assertThat(only("deadlines", Map.of("duty", duty, "serious", isSerious)))
                    .containsEntry("clock", clock)
                    .containsEntry("amount", isSerious ? serious : normal)
                    .containsEntry("countsFrom", countsFrom)
                    .hasEntrySatisfying("law", law -> assertThat(law.toString()).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "receipt,              operator,   0, none",
        "read-report,          reminder,   1, deputy",
        "notify-owner,         owner,      0, none",
        "notify-owner-late,    owner,      0, none",
        "appoint-investigator, owner,      0, none",
        "first-contact,        leadership, 2, owner",
        "immediate-measures,   leadership, 2, owner",
        "hear-pupil,           leadership, 2, owner",
        "decide-visibility,    leadership, 0, none",
        "inform-guardians,     leadership, 0, none",
        "investigate,          leadership, 2, owner",
        "conclude,             reminder,   1, owner",
        "write-plan,           leadership, 1, owner",
        "approve-plan,         owner,      0, none",
        "evaluate-plan,        leadership, 2, owner",
        "revise-plan,          leadership, 1, owner",
        "hear-pupil-plan,      leadership, 1, owner",
        "guardian-view,        reminder,   0, none",
        "approve-provisional-plan, owner,  0, none",
        "review-override,      owner,      0, none",
        "do-measure,           reminder,   1, leadership",
        "follow-up-measure,    reminder,   1, owner",
        "ask-pupil,            leadership, 1, owner",
        "guardian-evaluation,  reminder,   0, none",
        "evaluate-measure,     reminder,   1, leadership",
        "review-plan,          owner,      0, none",
        "read-family-words,    reminder,   1, deputy",
        "hand-over-plan,       reminder,   1, owner",
        "give-consent,         reminder,   0, none",
        "give-consent-now,     reminder,   0, none",
        "answer-involvement,   reminder,   0, none",
        "clarify-involvement,  reminder,   1, leadership",
        "give-advice,          reminder,   0, none",
        "follow-up-advice,     reminder,   1, leadership",
        "find-another-way,     reminder,   1, leadership",
        "prepare-dossier,      owner,      0, none",
        "send-dossier,         owner,      0, none",
        "register-ruling,      reminder,   0, none",
        "carry-out-order,      owner,      0, none",
        "close-case,           reminder,   2, owner",
        "read-new-information, reminder,   1, deputy",
        "send-protection-report,    lane,  0, none",
        "protection-feedback,       lane,  0, none",
        "protection-feedback-again, lane,  0, none",
        "protection-outcome,        lane,  0, none",
        "answer-health-contact,     lane,  0, none",
        "read-school-message,  leadership, 0, none",
        "hear-accused, owner, 0, none",
        "read-joined-case, leadership, 1, owner",
        "hear-joined-pupil, leadership, 2, owner",
        "inform-joined-guardians, leadership, 0, none",
        "hear-pupil-intervention, leadership, 1, owner",
        "inform-guardians-intervention, leadership, 1, owner",
        "review-intervention, reminder, 1, owner",
        "talk-absence, leadership, 0, none",
        "plan-absence, leadership, 0, none",
        "evaluate-absence, leadership, 0, none",
        "review-absence, reminder, 3, deputy",
        "hand-over-absence, reminder, 3, deputy",
        "do-absence-measure, reminder, 2, leadership",
        "read-intervention, reminder, 0, none",
        "guardian-agrees, reminder, 0, none",
        "teacher-view, reminder, 1, leadership",
        "decide-leave, leadership, 2, owner",
        "answer-family,        reminder,   2, owner",
        "answer-escalation,    rung,       0, none",
        "carry-out-owner-order,      rung,       0, none",
        "hand-over-letter, leadership, 2, owner",
        "decide-late-appeal, leadership, 2, owner",
        "reconsider-appeal, leadership, 2, owner",
        "decide-anew, leadership, 2, owner",
        "forward-appeal, owner, 0, none",
        "register-appeal-outcome, reminder, 0, none",
        "hand-over-outcome, leadership, 2, owner",
        "report-withdrawal, owner, 0, none",
        "read-support-need,    reminder,   1, leadership",
        "try-adaptation,       reminder,   2, leadership",
        "ppt-missing,          owner,      0, none",
        "write-discussion,     reminder,   2, leadership",
        "answer-discussion,    body-leader, 0, none",
        "choose-support-way,   leadership, 2, owner",
        "write-referral,       leadership, 2, owner",
        "acknowledge-referral, body-leader, 0, none",
        "clarify-referral,     leadership, 0, none",
        "expert-assessment,    body-leader, 0, none",
        "decide-support,       owner,      0, none",
        "follow-up-adaptation, reminder,   2, leadership",
        "follow-up-support,    leadership, 0, none",
        "case-age,             owner,      0, none"
    })
    void what_happens_when_it_is_missed(String duty, String to, int after, String then) {
        for (String accused : ACCUSED) {
            boolean ownersAlone = accused.equals("leader") && !to.equals("lane")
                    && !List.of("receipt", "case-age", "answer-involvement", "give-advice").contains(duty);
            for (boolean serious : EITHER) {
                Map<String, Object> facts = Map.of("duty", duty, "serious", serious, "accused", accused);
                assertThat(only("missed", facts))
                        .as("%s", facts)
                        .containsEntry("missedTo", ownersAlone ? "owner" : to)
                        .containsEntry("missedAfter", ownersAlone ? 0 : after)
                        .containsEntry("missedThen", ownersAlone ? "none" : then);
                assertThat(one("missed-to", facts)).isEqualTo(ownersAlone ? "owner" : to);
                assertThat(one("missed-after", facts)).isEqualTo(ownersAlone ? 0 : after);
                assertThat(one("missed-then", facts)).isEqualTo(ownersAlone ? "none" : then);
            }
        }
    }

    @Test
    void every_task_of_every_model_has_its_deadline_and_its_levels() throws IOException {
        for (Path model : MessageKeysTest.files(Path.of("bpmn"), ".bpmn")) {
            for (UserTask task : Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class)) {
                for (boolean serious : EITHER) {
                    only("deadlines", Map.of("duty", task.getId(), "serious", serious));
                    for (String accused : ACCUSED) {
                        only("missed", Map.of("duty", task.getId(), "serious", serious, "accused", accused));
                    }
                }
            }
        }
    }

    /** Asks every table everything: each row answers something, none is dead. */
    @ParameterizedTest
    @ValueSource(strings = {"routing", "owner-notice", "deadlines", "missed", "statutory-duty"})
    void no_row_is_dead(String table) throws IOException {
        List<String> duties = new ArrayList<>(List.of("receipt", "case-age"));
        for (Path model : MessageKeysTest.files(Path.of("bpmn"), ".bpmn")) {
            Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class).forEach(t -> duties.add(t.getId()));
        }
        if (table.equals("deadlines")) {
            duties.addAll(LIMITS);
        }
        for (String duty : duties) {
            for (String accused : ACCUSED) {
                for (boolean serious : EITHER) {
                    for (boolean other : EITHER) {
                        only(
                                table,
                                Map.of(
                                        "duty", duty,
                                        "accused", accused,
                                        "serious", serious,
                                        "schoolHasLeader", other,
                                        "reader", other ? "leadership" : "owner"));
                    }
                }
            }
        }
        assertThat(answered(table)).containsAll(rows(table));
    }

    private Set<String> answered(String table) {
        return history
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(table)
                .includeOutputs()
                .list()
                .stream()
                .flatMap(instance -> instance.getOutputs().stream())
                .map(HistoricDecisionOutputInstance::getRuleId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rows(String table) throws IOException {
        return MessageKeysTest.files(Path.of("bpmn"), ".dmn").stream()
                .flatMap(file -> Stream.ofNullable(
                        Dmn.readModelFromFile(file.toFile()).<DecisionTable>getModelElementById(table + "-table")))
                .flatMap(found -> found.getRules().stream())
                .map(Rule::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The one row that answers; UNIQUE tables refuse a second one themselves. */
    private Map<String, Object> only(String table, Map<String, Object> facts) {
        DmnDecisionResult rows = decisions.evaluateDecisionByKey(table).variables(new HashMap<>(facts)).evaluate();
        assertThat(rows).as("%s %s", table, facts).hasSize(1);
        return rows.getSingleResult().getEntryMap();
    }

    private Object one(String decision, Map<String, Object> facts) {
        return only(decision, facts).values().iterator().next();
    }
}
