package no.omtanke.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.plan.PlanEntries.Said;
import no.omtanke.plan.PlanStore.PlanRow;
import org.springframework.stereotype.Component;

/** The pupil's and the guardians' parts in a plan, as they answered since it was written. */
@Component
class PlanParts {

    private final PlanEntries entries;

    PlanParts(PlanEntries entries) {
        this.entries = entries;
    }

    /** Null until somebody has talked with the pupil, or said why not. */
    PupilsPart pupil(PlanRow plan, Instant since) {
        return entries.of(plan, "hear-pupil-plan", since).stream()
                .reduce((first, second) -> second)
                .map(PlanParts::pupil)
                .orElse(null);
    }

    /** Each guardian's latest. */
    List<GuardiansPart> guardians(PlanRow plan, Instant since) {
        Map<Long, GuardiansPart> latest = new LinkedHashMap<>();
        for (Said said : entries.of(plan, "guardian-view", since)) {
            latest.put(
                    said.entry().authorId(),
                    new GuardiansPart(
                            said.entry().authorId(),
                            said.text("view"),
                            said.words("viewReason"),
                            said.words("viewComment"),
                            said.entry().writtenAt()));
        }
        return List.copyOf(latest.values());
    }

    private static PupilsPart pupil(Said said) {
        String when = said.text("talkedWhen");
        return new PupilsPart(
                said.text("heard").equals("yes"),
                when.isEmpty() ? null : LocalDate.parse(when.substring(0, 10)),
                said.words("pupilWords"),
                said.answers().bool("readAloud"),
                said.text("pupilAgrees"),
                said.words("pupilChanges"),
                said.words("notHeardReason"));
    }
}
