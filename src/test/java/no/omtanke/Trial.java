package no.omtanke;

import java.util.UUID;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.NewCase;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a case whose process, only there for the tests, is to be decided: decisions know nothing of what they are about. */
@TestComponent
public class Trial {

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final TransactionTemplate transaction;

    Trial(CaseFiles cases, CaseProcesses processes, TransactionTemplate transaction) {
        this.cases = cases;
        this.processes = processes;
        this.transaction = transaction;
    }

    /** A case about the town's pupil that waits for a decision of the leadership. */
    public CaseFile begin(Town town) {
        return transaction.execute(status -> {
            CaseFile file = cases.open(new NewCase(
                            "physical-intervention", "S", town.school(), "staff", null, "nb", "none", false, false, "none", UUID.randomUUID()))
                    .file();
            UUID pupil = cases.addParty(file.id(), "affected", town.pupil());
            cases.reportIsAbout(file.id(), pupil);
            processes.start(
                    "trial",
                    file.id(),
                    town.school(),
                    Facts.none().with(Fact.PUPIL, pupil.toString()).with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
            return file;
        });
    }
}
