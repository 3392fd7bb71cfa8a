package no.omtanke.dossier;

import java.util.Date;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deadline of a request: the date in its letter. Public because models call it by name. */
@Component("supervision")
@CallableFromModel
@Transactional(readOnly = true)
public class Supervision {

    private final RequestStore requests;
    private final LetterDates dates;

    Supervision(RequestStore requests, LetterDates dates) {
        this.requests = requests;
        this.dates = dates;
    }

    public Date due(String request) {
        return dates.due(requests.get(request).answerBy());
    }

    /** When following up begins. */
    public Date watchFrom(String request) {
        return dates.watchFrom(requests.get(request).answerBy());
    }
}
