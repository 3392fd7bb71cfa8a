package no.omtanke.concern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseCopies;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.NewCase;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.Recusals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives one pupil of a case a case of their own, with what is about that pupil and nothing else. Public because the case page has the button. */
@Service
@Transactional
public class Splitting {

    private final CaseFiles cases;
    private final CaseLinks links;
    private final CaseCopies copies;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Recusals recusals;
    private final StepBacks stepBacks;
    private final Stories stories;
    private final Joining joining;

    Splitting(
            CaseFiles cases,
            CaseLinks links,
            CaseCopies copies,
            CaseProcesses processes,
            Assignments assignments,
            Recusals recusals,
            StepBacks stepBacks,
            Stories stories,
            Joining joining) {
        this.cases = cases;
        this.links = links;
        this.copies = copies;
        this.processes = processes;
        this.assignments = assignments;
        this.recusals = recusals;
        this.stepBacks = stepBacks;
        this.stories = stories;
        this.joining = joining;
    }

    /** The pupils to whom the reader may give a case of their own: where there is more than one. */
    public List<Party> pupils(Reader reader, UUID caseId) {
        List<Party> pupils = cases.parties(caseId).stream().filter(p -> p.isPupil() && p.personId() != null).toList();
        return pupils.size() > 1 && joining.mayJoin(reader, caseId) ? pupils : List.of();
    }

    /** Why the pupil cannot leave this case, as a word of the page's texts; empty when they can. */
    public Optional<String> hindrance(UUID caseId, Party pupil) {
        boolean onlyOne = pupil.role().equals("affected")
                && cases.parties(caseId).stream().filter(p -> p.role().equals("affected")).count() == 1;
        if (onlyOne) {
            return Optional.of("only");
        }
        return joining.planned(caseId, pupil.id()) ? Optional.of("plan") : Optional.empty();
    }

    /** @return the new case; empty when the reader may not, or the pupil cannot leave */
    public Optional<CaseFile> split(Reader reader, UUID caseId, UUID party, Answers why) {
        Optional<Party> pupil = pupils(reader, caseId).stream().filter(p -> p.id().equals(party)).findFirst();
        boolean stays = why.text("staysHere").equals("yes");
        return pupil.filter(p -> stays || hindrance(caseId, p).isEmpty()).map(p -> split(reader, caseId, p, stays, why));
    }

    private CaseFile split(Reader reader, UUID caseId, Party pupil, boolean stays, Answers why) {
        CaseFile old = cases.file(caseId).orElseThrow();
        CaseFile fresh = cases.open(new NewCase(
                        Reports.PROCESS, "S", old.schoolId(), "split", null, old.language(), old.accused(), old.serious(),
                        old.escalated(), "none", null))
                .file();
        UUID theirs = cases.addParty(fresh.id(), "affected", pupil.personId());
        cases.reportIsAbout(fresh.id(), theirs);
        // Whom the old case is about may not find the new one either.
        cases.parties(caseId).stream()
                .filter(p -> p.role().equals("accused") && p.personId() != null)
                .forEach(p -> cases.addParty(fresh.id(), "accused", p.personId()));
        recusals.alsoOut(fresh.id(), stepBacks.recused(caseId));
        Set<UUID> told = copies.bring(caseId, fresh.id(), Map.of(pupil.id(), theirs), false);
        links.split(caseId, fresh.id(), List.of(theirs), reader.personId());
        note(reader, caseId, why, pupil.id(), stays ? "pupil-also-own-case" : "pupil-own-case");
        note(reader, fresh.id(), why, theirs, "case-split-off");
        if (!stays) {
            joining.leaves(caseId, pupil.id());
        }
        processes.startByMessage("case-split", fresh.id(), fresh.schoolId(), facts(fresh));
        told.forEach(party -> stories.told(fresh.id().toString(), party.toString()));
        return fresh;
    }

    private Facts facts(CaseFile file) {
        return Reopening.facts(file, assignments).with(Fact.REOPENED, false);
    }

    private void note(Reader reader, UUID caseId, Answers why, UUID about, String event) {
        UUID entry = cases.addEntry(caseId, why.formId(), reader.personId(), "staff", about, null, why.toJson());
        cases.event(caseId, event, reader.personId(), Map.of("entry", entry.toString()));
    }
}
