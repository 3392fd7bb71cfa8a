package no.omtanke.casefile;

import java.util.UUID;
import no.omtanke.access.CaseFacts;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Piece;
import no.omtanke.access.Reader;

/** How far one reader sees into one case that was opened for them. */
record Sight(CasePolicy policy, Reader reader, CaseFacts facts, Part part) {

    boolean sees(Piece piece) {
        return policy.decide(reader, facts, part, piece).allowed();
    }

    boolean sees(UUID pupil) {
        return policy.seesPupil(reader, facts, pupil);
    }

    boolean mayKeepBack(Piece entry) {
        return policy.mayKeepBack(reader, facts, entry);
    }
}
