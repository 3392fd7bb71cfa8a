package no.omtanke.casefile;

import java.util.List;

/**
 * A case that the gate has opened for a reader, with all its content. Public because only {@link CaseGate} makes one, so holding
 * it proves that the policy said yes and the access log knows.
 */
public final class OpenCase {

    private final CaseFile file;
    private final List<Party> parties;
    private final List<Entry> entries;
    private final List<Attachment> attachments;
    private final List<CaseEvent> events;
    private final String reason;

    OpenCase(
            CaseFile file,
            List<Party> parties,
            List<Entry> entries,
            List<Attachment> attachments,
            List<CaseEvent> events,
            String reason) {
        this.file = file;
        this.parties = parties;
        this.entries = entries;
        this.attachments = attachments;
        this.events = events;
        this.reason = reason;
    }

    public CaseFile file() {
        return file;
    }

    public List<Party> parties() {
        return parties;
    }

    /** Oldest first. */
    public List<Entry> entries() {
        return entries;
    }

    public List<Attachment> attachments() {
        return attachments;
    }

    /** Oldest first. */
    public List<CaseEvent> events() {
        return events;
    }

    /** Why the policy said yes. */
    public String reason() {
        return reason;
    }
}
