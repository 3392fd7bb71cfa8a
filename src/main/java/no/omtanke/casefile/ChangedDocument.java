package no.omtanke.casefile;

import java.util.UUID;

/** A file is not what was put into the case file. Public so that a door never shows it as if it were. */
public class ChangedDocument extends RuntimeException {

    ChangedDocument(UUID document) {
        super("The document " + document + " does not have the checksum that it was kept with");
    }
}
