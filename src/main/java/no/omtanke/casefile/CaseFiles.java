package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the case file. Public because the process and the subjects keep cases by it. Every method joins the caller's
 * transaction: an entry, a decision and a task stand together or not at all. Reading content goes through {@link CaseGate}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFiles {

    // No letters or digits that are mistaken for each other on the phone.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    // What is asked many times while a model runs.
    private static final String FILE = "file";
    static final String PARTIES = "parties";
    private static final String EVENTS = "events";
    private static final String PARTICIPANT = "participant";
    private static final String LANE = "lane";

    /** Somebody who was let into a lane later. */
    private static final String MEMBER = "member";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final CaseStore store;
    private final CaseContent content;
    private final Documents documents;
    private final TransactionMemory memory;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    CaseFiles(
            JdbcClient jdbc,
            Vault vault,
            Clock clock,
            CaseStore store,
            CaseContent content,
            Documents documents,
            TransactionMemory memory,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.store = store;
        this.content = content;
        this.memory = memory;
        this.documents = documents;
    }

    /** Opens a case with its own key. The same source gives the case that it opened before. */
    public Opened open(NewCase fresh) {
        return open(fresh, null, List.of());
    }

    /**
     * The same in a closed lane, from its first moment: nobody else reaches any row of it.
     *
     * @param people who is named in it; the first is the one who opens it, the second the deputy
     */
    public Opened openInLane(NewCase fresh, String lane, List<Long> people) {
        Opened opened = open(fresh, lane, people);
        if (opened.fresh()) {
            List<String> parts = List.of("reporter", "deputy");
            for (int i = 0; i < people.size(); i++) {
                nameInLane(opened.file().id(), lane, people.get(i), i < parts.size() ? parts.get(i) : MEMBER);
            }
        }
        return opened;
    }

    private Opened open(NewCase fresh, String lane, List<Long> people) {
        UUID id = UUID.randomUUID();
        // References are drawn, not counted: a number tells a stranger nothing. One that is taken is drawn again.
        while (!insert(id, fresh, lane, people, fresh.referencePrefix() + LocalDate.now(clock).getYear() % 100 + "-" + drawn(6))) {
            Optional<CaseFile> before = fresh.source() == null ? Optional.empty() : store.bySource(fresh.source());
            if (before.isPresent()) {
                return new Opened(before.get(), false);
            }
        }
        vault.createKey(id);
        event(id, "opened", null, Map.of("entrance", fresh.entrance()));
        return new Opened(store.byId(id).orElseThrow(), true);
    }

    // False when the reference or the source is taken.
    private boolean insert(UUID id, NewCase fresh, String lane, List<Long> people, String reference) {
        return jdbc.sql(
                                """
                                insert into case_file (id, reference, kind, school_id, entrance, channel, language, opened_at,
                                    accused, serious, escalated, reporter_address, source, lane, lane_people)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(java.util.Arrays.asList(
                                id,
                                reference,
                                fresh.kind(),
                                fresh.schoolId(),
                                fresh.entrance(),
                                fresh.channel(),
                                fresh.language(),
                                OffsetDateTime.now(clock),
                                fresh.accused(),
                                fresh.serious(),
                                fresh.escalated(),
                                fresh.reporterAddress(),
                                fresh.source(),
                                lane,
                                people.toArray(Long[]::new)))
                        .update()
                == 1;
    }

    /** A case and whether it is new. Public as the answer of {@link #open}. */
    public record Opened(CaseFile file, boolean fresh) {}

    /** Adds an entry. @param json the form's answers; sealed before it is stored */
    public UUID addEntry(UUID caseId, String formId, Long authorId, String authorKind, UUID about, String taskId, String json) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into case_entry (id, case_id, form_id, author_id, author_kind, about, task_id, written_at, sealed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(java.util.Arrays.asList(
                        id,
                        caseId,
                        formId,
                        authorId,
                        authorKind,
                        about,
                        taskId,
                        OffsetDateTime.now(clock),
                        seal(caseId, json)))
                .update();
        return id;
    }

    /** Keeps what the pupil told in an entry, so that it can be decided who sees it. */
    public void keepStory(UUID caseId, UUID entry, UUID pupil, String words) {
        jdbc.sql("insert into pupil_story (entry_id, case_id, pupil, told_at, sealed) values (?, ?, ?, ?, ?)")
                .params(entry, caseId, pupil, OffsetDateTime.now(clock), seal(caseId, words))
                .update();
    }

    /**
     * Keeps what was decided about the pupil's latest story before the decision was written.
     *
     * @param guardian the one whom it is about, or null for all without a decision of their own
     * @param outcome shown, part or withheld
     * @param pupilSays all, part or none: what the pupil wants
     * @param text what is shown instead of the whole story, or null
     */
    public void decideVisibility(
            UUID caseId, UUID pupil, Long guardian, String outcome, String pupilSays, String text, Entry decision) {
        jdbc.sql(
                        """
                        insert into visibility_decision
                            (case_id, story, guardian, outcome, pupil_says, sealed, entry_id, decided_by, decided_at)
                        select case_id, entry_id, ?::bigint, ?, ?, ?, ?::uuid, ?, ? from pupil_story
                        where case_id = ? and pupil = ? and told_at <= ? order by told_at desc limit 1
                        """)
                .params(java.util.Arrays.asList(
                        guardian,
                        outcome,
                        pupilSays,
                        text == null ? null : seal(caseId, text),
                        decision.id(),
                        decision.authorId(),
                        OffsetDateTime.now(clock),
                        caseId,
                        pupil,
                        java.sql.Timestamp.from(decision.writtenAt())))
                .update();
    }

    /** Adds a file to an entry, sealed. */
    public void addDocument(UUID caseId, UUID entryId, String name, String mediaType, byte[] bytes) {
        documents.add(caseId, entryId, Attachment.ATTACHMENT, null, name, mediaType, bytes);
    }

    /**
     * Keeps what the program itself wrote about the case. Nobody, the program included, can change or remove it; only when
     * the case's key is destroyed is it gone.
     *
     * @param kind plan or evaluation
     * @param about the pupil, or null
     * @return the document's id
     */
    public UUID keepDocument(UUID caseId, String kind, UUID about, String name, String mediaType, byte[] bytes) {
        if (kind.equals(Attachment.ATTACHMENT)) {
            throw new IllegalArgumentException("An attachment belongs to an entry");
        }
        return documents.add(caseId, null, kind, about, name, mediaType, bytes);
    }

    /** Makes a known person a party; the same person in the same role stays one party. */
    public UUID addParty(UUID caseId, String role, long personId) {
        memory.forget(PARTIES, caseId);
        return jdbc.sql(
                        """
                        insert into case_party (id, case_id, person_id, role, added_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing returning id
                        """)
                .params(UUID.randomUUID(), caseId, personId, role, OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional()
                .orElseGet(() -> jdbc.sql(
                                """
                                select id from case_party
                                where case_id = ? and role = ? and person_id = ? and removed_at is null
                                """)
                        .params(caseId, role, personId)
                        .query(UUID.class)
                        .single());
    }

    /** Makes a name that somebody wrote a party; the name is sealed. */
    public UUID addNamedParty(UUID caseId, String role, String name) {
        memory.forget(PARTIES, caseId);
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into case_party (id, case_id, role, sealed_name, added_at) values (?, ?, ?, ?, ?)")
                .params(id, caseId, role, seal(caseId, name), OffsetDateTime.now(clock))
                .update();
        return id;
    }

    /** Ends every party in the role: a new responsible person follows the former one. */
    public void endParties(UUID caseId, String role) {
        memory.forget(PARTIES, caseId);
        jdbc.sql("update case_party set removed_at = ? where case_id = ? and role = ? and removed_at is null")
                .params(OffsetDateTime.now(clock), caseId, role)
                .update();
    }

    /** The person no longer is what they were named to be. */
    public void endParty(UUID caseId, String role, long personId) {
        memory.forget(PARTIES, caseId);
        jdbc.sql("update case_party set removed_at = ? where case_id = ? and role = ? and person_id = ? and removed_at is null")
                .params(OffsetDateTime.now(clock), caseId, role, personId)
                .update();
    }

    /** Whether the case had somebody in the role, now or before. */
    public boolean everHad(UUID caseId, String role) {
        return jdbc.sql("select exists (select 1 from case_party where case_id = ? and role = ? and person_id is not null)")
                .params(caseId, role)
                .query(Boolean.class)
                .single();
    }

    /** When a pupil of the directory is named as affected, the name the reporter wrote is no longer needed as a party. */
    public void endNamedParties(UUID caseId, String role) {
        memory.forget(PARTIES, caseId);
        jdbc.sql(
                        """
                        update case_party set removed_at = ?
                        where case_id = ? and role = ? and person_id is null and removed_at is null
                        """)
                .params(OffsetDateTime.now(clock), caseId, role)
                .update();
    }

    /** Lets a person work in the whole case from now on. */
    public void addParticipant(UUID caseId, long personId, String role) {
        addParticipant(caseId, personId, role, null);
    }

    /** Lets a person work in the case from now on. @param pupil the party, when the person only has to do with that pupil, or null */
    public void addParticipant(UUID caseId, long personId, String role, UUID pupil) {
        if (memory.keep(PARTICIPANT, caseId + " " + personId + " " + role + " " + pupil, true) != null) {
            return;
        }
        jdbc.sql(
                        """
                        insert into case_participant (case_id, person_id, role, since, pupil) values (?, ?, ?, ?, ?)
                        on conflict (case_id, person_id, role, pupil) do update set until = null
                        """)
                .params(java.util.Arrays.asList(caseId, personId, role, OffsetDateTime.now(clock), pupil))
                .update();
    }

    /** Ends what let the person into the case. */
    public void endParticipation(UUID caseId, long personId, String role) {
        memory.forget(PARTICIPANT);
        jdbc.sql(
                        """
                        update case_participant set until = ?
                        where case_id = ? and person_id = ? and role = ? and until is null
                        """)
                .params(OffsetDateTime.now(clock), caseId, personId, role)
                .update();
    }

    /** Ends what let the person into the case for one pupil, or, with null, into the whole case. */
    public void endParticipation(UUID caseId, long personId, String role, UUID pupil) {
        memory.forget(PARTICIPANT);
        jdbc.sql(
                        """
                        update case_participant set until = ?
                        where case_id = ? and person_id = ? and role = ? and pupil is not distinct from ?::uuid and until is null
                        """)
                .params(java.util.Arrays.asList(OffsetDateTime.now(clock), caseId, personId, role, pupil))
                .update();
    }

    /** Who works in the case now, a measure's owner not counted; the caller has passed the gate. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> participants(UUID caseId) {
        return jdbc.sql(
                        """
                        select distinct person_id from case_participant
                        where case_id = ? and until is null and role <> 'measure' order by person_id
                        """)
                .param(caseId)
                .query(Long.class)
                .list();
    }

    /** Closes the case to everybody but those who are named in the lane. */
    public void closeToLane(UUID caseId, String lane) {
        memory.forget(FILE, caseId);
        jdbc.sql(
                        """
                        update case_file f set lane = :lane, lane_people = array(select m.person_id from lane_member m
                            where m.case_id = f.id and m.lane = :lane and m.until is null) where f.id = :case
                        """)
                .param("lane", lane)
                .param("case", caseId)
                .update();
    }

    /** The same for a single entry of an open case. */
    public void closeEntryToLane(UUID caseId, UUID entry, String lane) {
        jdbc.sql("update case_entry set lane = ? where case_id = ? and id = ?").params(lane, caseId, entry).update();
    }

    /** Lets a person into a closed lane of the case. */
    public void nameInLane(UUID caseId, String lane, long personId) {
        nameInLane(caseId, lane, personId, MEMBER);
    }

    private void nameInLane(UUID caseId, String lane, long personId, String part) {
        jdbc.sql(
                        """
                        insert into lane_member (case_id, lane, person_id, since, part) values (?, ?, ?, ?, ?)
                        on conflict (case_id, lane, person_id) do update set until = null
                        """)
                .params(caseId, lane, personId, OffsetDateTime.now(clock), part)
                .update();
        memory.forget(LANE, caseId);
        if (lane.equals(file(caseId).map(CaseFile::lane).orElse(null))) {
            addParticipant(caseId, personId, "lane");
        }
    }

    /** Who is named in the lane that the case lies in: who opened it, the deputy, then the others. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> laneMembers(UUID caseId) {
        return memory.recall(LANE, caseId, () -> jdbc.sql(
                        """
                        select m.person_id from lane_member m join case_file f on f.id = m.case_id and f.lane = m.lane
                        where m.case_id = ? and m.until is null
                        order by array_position(array['reporter', 'deputy', 'member'], m.part), m.since, m.person_id
                        """)
                .param(caseId)
                .query(Long.class)
                .list());
    }

    /** Ends what {@link #nameInLane} began. */
    public void leaveLane(UUID caseId, String lane, long personId) {
        jdbc.sql("update lane_member set until = ? where case_id = ? and lane = ? and person_id = ? and until is null")
                .params(OffsetDateTime.now(clock), caseId, lane, personId)
                .update();
        memory.forget(LANE, caseId);
        endParticipation(caseId, personId, "lane");
    }

    /** Ends what let anybody into the case for the one pupil. */
    public void endParticipations(UUID caseId, UUID pupil) {
        memory.forget(PARTICIPANT);
        jdbc.sql("update case_participant set until = ? where case_id = ? and pupil = ? and until is null")
                .params(OffsetDateTime.now(clock), caseId, pupil)
                .update();
    }

    /** The pupil no longer is in the case; what was written about them stays. */
    public void endParty(UUID caseId, UUID party) {
        memory.forget(PARTIES, caseId);
        jdbc.sql("update case_party set removed_at = ? where case_id = ? and id = ? and removed_at is null")
                .params(OffsetDateTime.now(clock), caseId, party)
                .update();
    }

    /** Whom the report is about, of the pupils of the case. */
    public void reportIsAbout(UUID caseId, UUID pupil) {
        jdbc.sql("update case_file set reported = ? where id = ?").params(pupil, caseId).update();
    }

    /** Ends everything that let the person into the case. */
    public void endParticipations(UUID caseId, long personId) {
        memory.forget(PARTICIPANT);
        jdbc.sql("update case_participant set until = ? where case_id = ? and person_id = ? and until is null")
                .params(OffsetDateTime.now(clock), caseId, personId)
                .update();
    }

    /** Keeps the routing facts that the policy needs. */
    public void classify(UUID caseId, String accused, boolean serious) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set accused = ?, serious = ? where id = ?")
                .params(accused, serious, caseId)
                .update();
    }

    /** The owner sees the case from now on. */
    public void escalate(UUID caseId) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set escalated = true where id = ?").param(caseId).update();
    }

    /** The day the matter was raised with the principal, the first of those that are said: the clock of the right to go to Statsforvalteren [law § 12-6]. */
    public void principalKnew(UUID caseId, LocalDate day) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set principal_knew = least(principal_knew, cast(? as date)) where id = ?")
                .params(day, caseId)
                .update();
    }

    /** The reporter opened the link of the receipt. */
    public void confirmAddress(UUID caseId) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set reporter_address = 'confirmed' where id = ?").param(caseId).update();
    }

    public void close(UUID caseId) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set state = 'closed', closed_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), caseId)
                .update();
        event(caseId, "closed", null, Map.of());
        events.publishEvent(new CaseClosed(caseId));
    }

    public void reopen(UUID caseId) {
        memory.forget(FILE, caseId);
        jdbc.sql("update case_file set state = 'open', closed_at = null where id = ?").param(caseId).update();
        event(caseId, "reopened", null, Map.of());
    }

    /** Writes to the timeline. @param args codes, ids and times; never a name or free text */
    public void event(UUID caseId, String kind, Long actorId, Map<String, String> args) {
        memory.forget(EVENTS, caseId);
        jdbc.sql("insert into case_event (case_id, at, kind, actor_id, args) values (?, ?, ?, ?, ?::jsonb)")
                .params(java.util.Arrays.asList(
                        caseId, OffsetDateTime.now(clock), kind, actorId, store.write(args)))
                .update();
    }

    /** The outside of a case, for the engine's own steps that no person asked for. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> file(UUID caseId) {
        return memory.recall(FILE, caseId, () -> store.byId(caseId));
    }

    /** Whom the report is about, of the pupils of the case, when that is known. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<UUID> reported(UUID caseId) {
        return store.facts(caseId).map(facts -> facts.pupils().reported());
    }

    /** The case that the draft became, if it was sent. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> bySource(UUID source) {
        return store.bySource(source);
    }

    /** The parties' ids, persons and roles, for the engine's own steps. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Party> parties(UUID caseId) {
        return memory.recall(PARTIES, caseId, () -> content.parties(caseId));
    }

    /** Entries of one form that were written in this case, for the engine's own steps such as addressing the receipt. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Entry> entries(UUID caseId, String formId) {
        return content.entries(caseId).stream()
                .filter(e -> e.formId().equals(formId) && e.copiedFrom() == null)
                .toList();
    }

    /** One entry, whatever its form, for the engine's own steps; the caller knows that it is theirs. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Entry> entry(UUID caseId, UUID id) {
        return content.entries(caseId).stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The case's files without their bytes, for the engine's own steps that list them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Attachment> attachments(UUID caseId) {
        return documents.of(caseId, file -> true);
    }

    /** What happened, oldest first: codes, ids and times, no content. The caller has passed the gate. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<CaseEvent> events(UUID caseId) {
        return memory.recall(EVENTS, caseId, () -> store.events(caseId));
    }

    /** The same, read anew: for who waited for another transaction to end. */
    public List<CaseEvent> eventsAnew(UUID caseId) {
        memory.forget(EVENTS, caseId);
        return events(caseId);
    }

    /** How far the timeline has come: numbers what is sent from it, the same again after a crash. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int moment(UUID caseId) {
        return events(caseId).size();
    }

    /** When the kind of event happened last. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> lastEvent(UUID caseId, String kind) {
        return events(caseId).stream()
                .filter(e -> e.kind().equals(kind))
                .map(CaseEvent::at)
                .reduce((first, second) -> second);
    }

    private byte[] seal(UUID caseId, String text) {
        return vault.seal(caseId, text.getBytes(StandardCharsets.UTF_8));
    }

    private String drawn(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
