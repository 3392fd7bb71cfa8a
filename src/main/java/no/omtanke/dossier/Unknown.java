package no.omtanke.dossier;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The one answer to what is not there and to what is not the reader's. */
final class Unknown {

    private Unknown() {}

    static ResponseStatusException here() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
