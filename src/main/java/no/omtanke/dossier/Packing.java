package no.omtanke.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.correspondence.Bundle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packs a made package for leaving: the PDF, and the files by their numbers. The same package gives the same bytes. */
@Service
@Transactional
class Packing {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final DossierStore dossiers;
    private final RequestStore requests;
    private final Gathering gathering;

    Packing(CaseGate gate, CaseFiles cases, DossierStore dossiers, RequestStore requests, Gathering gathering) {
        this.gate = gate;
        this.cases = cases;
        this.dossiers = dossiers;
        this.requests = requests;
        this.gathering = gathering;
    }

    /** What became of it. */
    sealed interface Outcome {
        record Packed(String name, byte[] zip) implements Outcome {}

        /** Something in it must not leave any more. */
        record Stale() implements Outcome {}
    }

    /** Empty when there is no such package for this reader. */
    Optional<Outcome> pack(Reader reader, String reference, UUID dossier) {
        // The reading in the log is the export itself: also a refused one stands there.
        return gate.open(reader, reference, Part.DOSSIER)
                .flatMap(open -> dossiers.find(dossier)
                        .filter(made -> made.caseId().equals(open.file().id()))
                        .map(made -> pack(reader, open, made)));
    }

    /** Whether something in the package was marked or closed since it was made. */
    boolean stale(OpenCase open, DossierStore.Made made) {
        SupervisionRequest request = requests.find(made.request()).orElseThrow();
        List<String> leaving = gathering.of(open, request.asOf()).items().stream().map(Item::key).toList();
        return dossiers.items(made.id()).stream()
                .map(DossierStore.Kept::item)
                .anyMatch(item -> !item.startsWith("stood:") && !leaving.contains(item));
    }

    private Outcome pack(Reader reader, OpenCase open, DossierStore.Made made) {
        if (stale(open, made)) {
            return new Outcome.Stale();
        }
        List<DossierStore.Kept> items = dossiers.items(made.id());
        Bundle bundle = new Bundle(made.at());
        FileContent pdf = file(reader, open, made.document());
        bundle.add(PaperWriter.fileName(Numbered.padded(0, items.size()), pdf.name()), pdf.bytes());
        for (DossierStore.Kept item : items) {
            if (item.file() != null) {
                FileContent file = file(reader, open, item.file());
                bundle.add(PaperWriter.fileName(Numbered.padded(item.number(), items.size()), file.name()), file.bytes());
            }
        }
        cases.event(open.file().id(), "dossier-taken-out", reader.personId(), Map.of());
        return new Outcome.Packed(open.file().reference() + ".zip", bundle.packed());
    }

    private FileContent file(Reader reader, OpenCase open, UUID document) {
        return gate.file(reader, open.file().reference(), document)
                .orElseThrow(() -> new IllegalStateException("A file of the package is not there"));
    }
}
