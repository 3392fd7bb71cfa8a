package no.omtanke.support;

import no.omtanke.organization.Directory;
import no.omtanke.process.FamilyForm.Sent;
import org.springframework.stereotype.Component;

/** Whom a family's form is about, and who of the family wrote it. */
@Component
class Children {

    /** From here on a pupil decides on PPT, and may ask alone. */
    static final int SELF = 15;

    private final Directory directory;

    Children(Directory directory) {
        this.directory = directory;
    }

    SupportNeeds.Incoming incoming(Sent sent) {
        return new SupportNeeds.Incoming(
                directory.pupil(child(sent)).orElseThrow().schoolId(),
                sent.sender(),
                sent.answers(),
                sent.effects(),
                sent.files(),
                sent.language(),
                sent.source());
    }

    /** How the entry names its author. */
    String writer(Sent sent) {
        return sent.sender() == child(sent) ? "pupil" : "guardian";
    }

    private static long child(Sent sent) {
        return Long.parseLong(sent.answers().text("child"));
    }
}
