package no.omtanke.escalation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Raising;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why a case is lifted: somebody is not heard, a duty was missed, it has become old. Public because models call it by name. The ladder
 * runs beside the case, which never waits for it.
 */
@Component("escalations")
@CallableFromModel
@Transactional
public class Escalations {

    /** Whom the family wants an answer from, as its form says it. */
    private static final Map<String, Rung> ASKED =
            Map.of("contact-teacher", Rung.CONTACT_TEACHER, "principal", Rung.LEADERSHIP, "owner", Rung.OWNER);

    private final CaseFiles cases;
    private final Raising raising;
    private final Lifting lifting;
    private final Ladders ladders;
    private final CaseLinks links;

    Escalations(CaseFiles cases, Raising raising, Lifting lifting, Ladders ladders, CaseLinks links) {
        this.ladders = ladders;
        this.links = links;
        this.cases = cases;
        this.raising = raising;
        this.lifting = lifting;
    }

    /** The family said that nobody listens. */
    public void byFamily(String caseId) {
        CaseFile file = file(caseId);
        Optional<Entry> said = cases.entries(file.id(), "not-heard").stream()
                .filter(e -> e.copiedFrom() == null)
                .reduce((first, second) -> second);
        Rung wanted = said.map(e -> Answers.fromJson(e.json()).text("answerFrom")).map(ASKED::get).orElse(null);
        Map<String, String> args = new HashMap<>();
        said.ifPresent(e -> args.put("entry", e.id().toString()));
        lifting.lift(file, "family", null, presser(file, said), List.of(args), wanted);
    }

    private Presser presser(CaseFile file, Optional<Entry> said) {
        Long person = said.map(Entry::authorId).orElse(null);
        UUID pupil = person == null ? cases.reported(file.id()).orElse(null) : said.orElseThrow().about();
        return new Presser(person, pupil);
    }

    /** A duty was missed and its task was lifted to the level. One that is known already changes nothing. */
    public void missed(String caseId, String duty, String pupil, String level) {
        CaseFile file = file(caseId);
        List<Map<String, String>> fresh = raising.open(file.id(), duty, pupil).stream().map(Escalations::missed).toList();
        lifting.lift(file, "deadline", null, null, fresh, level.equals("owner") ? Rung.OWNER : Rung.LEADERSHIP);
    }

    /** The case has lasted long without anybody looking whether it helps. */
    public void old(String caseId) {
        CaseFile file = file(caseId);
        if (file.open()) {
            cases.escalate(file.id());
            lifting.lift(file, "age", null, null, List.of(Map.of()), Rung.OWNER);
        }
    }

    /** The case was joined with another: what stood open on its ladder is answered there, at least as high as it had come. */
    public void goOnElsewhere(String caseId) {
        UUID id = UUID.fromString(caseId);
        Rung reached = ladders.running(id).map(Ladder::rung).orElse(Rung.NONE);
        ladders.note(caseId, Ladder.What.JOINED, null);
        CaseFile other = links.goesOnIn(id).flatMap(cases::file).orElseThrow();
        lifting.lift(other, "joining", null, null, List.of(Map.of("joinedCase", caseId)), reached.atLeastSchool());
    }

    private static Map<String, String> missed(TaskRow task) {
        Map<String, String> args = new HashMap<>(Map.of("task", task.taskKey(), "taskId", task.taskId()));
        if (task.pupil() != null) {
            args.put("pupil", task.pupil().toString());
        }
        return args;
    }

    private CaseFile file(String caseId) {
        return cases.file(UUID.fromString(caseId)).orElseThrow();
    }
}
