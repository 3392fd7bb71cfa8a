package no.omtanke.casefile;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A case that the gate has opened for a reader: it holds the pieces that this reader may see and no others. Public because only
 * {@link CaseGate} makes one, so holding it proves that the policy said yes and the access log knows.
 */
public final class OpenCase {

    private static final UUID NO_ONE = new UUID(0, 0);

    private final CaseFile file;
    private final List<Party> parties;
    private final List<Entry> entries;
    private final List<Attachment> attachments;
    private final List<CaseEvent> events;
    private final List<ToldStory> stories;
    private final String reason;
    private final Predicate<UUID> pupils;
    private final Predicate<UUID> marks;

    OpenCase(
            CaseFile file,
            List<Party> parties,
            List<Entry> entries,
            List<Attachment> attachments,
            List<CaseEvent> events,
            List<ToldStory> stories,
            String reason,
            Predicate<UUID> pupils,
            Predicate<UUID> marks) {
        this.file = file;
        this.parties = parties;
        this.entries = entries;
        this.attachments = attachments;
        this.events = events;
        this.reason = reason;
        this.pupils = pupils;
        this.marks = marks;
        this.stories = stories;
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

    /** What the own child has told, for a guardian who came by a link; oldest first. */
    public List<ToldStory> stories() {
        return stories;
    }

    /** Whether the reader may mark one of these entries «Ikke gi videre», or lift the mark. */
    public boolean mayKeepBack(Entry entry) {
        return marks.test(entry.id());
    }

    /** Whether what is about this pupil is the reader's to see. @param pupil the party, or null for what is about no one pupil */
    public boolean sees(UUID pupil) {
        return pupils.test(pupil);
    }

    /** Whether the reader sees the parts of all pupils: then also those of one who is not in the case. */
    public boolean whole() {
        return sees(NO_ONE);
    }

    /** Why the policy said yes. */
    public String reason() {
        return reason;
    }
}
