package no.omtanke.involvement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of involvements, of what is shared and of consents. */
@Component
class InvolvementStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    InvolvementStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Involvement fresh) {
        jdbc.sql(
                        """
                        insert into involvement (id, case_id, school_id, body_id, pupil, question, asked_by, share_name, needs_consent,
                            state, asked_at, lane)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?, (select f.lane from case_file f where f.id = ?))
                        """)
                .params(Arrays.asList(
                        fresh.id(),
                        fresh.caseId(),
                        fresh.schoolId(),
                        fresh.body(),
                        fresh.pupil(),
                        fresh.question(),
                        fresh.askedBy(),
                        fresh.shareName(),
                        fresh.needsConsent(),
                        now(),
                        fresh.caseId()))
                .update();
    }

    /** Whether it stands in a closed lane: the family itself asked. */
    boolean inLane(UUID id) {
        return jdbc.sql("select lane is not null from involvement where id = ?").param(id).query(Boolean.class).single();
    }

    Optional<Involvement> find(UUID id) {
        return jdbc.sql("select * from involvement where id = ?").param(id).query(InvolvementStore::involvement).optional();
    }

    /** From here to the end of the transaction nobody else changes it. */
    Optional<Involvement> lock(UUID id) {
        return jdbc.sql("select * from involvement where id = ? for update")
                .param(id)
                .query(InvolvementStore::involvement)
                .optional();
    }

    List<Involvement> ofCase(UUID caseId) {
        return jdbc.sql("select * from involvement where case_id = ? order by asked_at, id")
                .param(caseId)
                .query(InvolvementStore::involvement)
                .list();
    }

    /** Only from one of the states: what is over stays over. @return false when it was in another */
    boolean become(UUID id, String state, Collection<String> from) {
        return jdbc.sql(
                                """
                                update involvement set state = :state,
                                    sent_at = case when :state = 'sent' then :now else sent_at end,
                                    ended_at = case when :state in ('sent', 'accepted', 'advised') then null else :now end
                                where id = :id and state = any(:from)
                                """)
                        .param("state", state)
                        .param("now", now())
                        .param("id", id)
                        .param("from", from.toArray(String[]::new))
                        .update()
                == 1;
    }

    void remind(UUID id) {
        jdbc.sql("update involvement set reminded = reminded + 1 where id = ?").param(id).update();
    }

    void forgetReminders(UUID id) {
        jdbc.sql("update involvement set reminded = 0 where id = ?").param(id).update();
    }

    /** A piece of the case that stands in no closed lane. What is not of the case is not kept. */
    void share(Involvement with, Share piece, Long by) {
        jdbc.sql(
                        """
                        insert into involvement_share (involvement_id, case_id, entry_id, document_id, kind, basis, by_person, since)
                        select :id, :case, cast(:entry as uuid), cast(:document as uuid), :kind, :basis, :by, :now
                        where (exists (select 1 from case_entry e where e.id = cast(:entry as uuid) and e.case_id = :case and e.lane is null)
                            or exists (select 1 from case_document d left join case_entry e on e.id = d.entry_id
                                        where d.id = cast(:document as uuid) and d.case_id = :case and e.lane is null))
                          and not exists (select 1 from involvement_share s where s.involvement_id = :id and s.until is null
                                            and coalesce(s.entry_id, s.document_id) = cast(:piece as uuid))
                        """)
                .param("id", with.id())
                .param("case", with.caseId())
                .param("entry", text(piece.entry()))
                .param("document", text(piece.document()))
                .param("piece", text(piece.piece()))
                .param("kind", piece.kind().id())
                .param("basis", piece.basis())
                .param("by", by, Types.BIGINT)
                .param("now", now())
                .update();
    }

    /** What was attached to an entry. */
    List<UUID> filesOf(UUID entry) {
        return jdbc.sql("select id from case_document where entry_id = ? order by added_at, id").param(entry).query(UUID.class).list();
    }

    /** The newest letter of the kind that the program wrote in the case. */
    Optional<UUID> letter(UUID caseId, String kind) {
        return jdbc.sql("select id from case_document where case_id = ? and kind = ? order by added_at desc, id limit 1")
                .params(caseId, kind)
                .query(UUID.class)
                .optional();
    }

    /** @return whether it was shared */
    boolean takeBack(UUID id, UUID piece) {
        return jdbc.sql(
                                """
                                update involvement_share set until = ? where involvement_id = ? and coalesce(entry_id, document_id) = ?
                                  and until is null and basis <> 'question'
                                """)
                        .params(now(), id, piece)
                        .update()
                == 1;
    }

    List<Share> shares(UUID id) {
        return jdbc.sql("select * from involvement_share where involvement_id = ? and until is null order by id")
                .param(id)
                .query((row, n) -> new Share(
                        row.getObject("entry_id", UUID.class),
                        row.getObject("document_id", UUID.class),
                        PieceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("basis")))
                .list();
    }

    // --- consents

    void askConsent(Involvement of, long person) {
        jdbc.sql(
                        """
                        insert into involvement_consent (id, involvement_id, case_id, person_id, state, asked_at)
                        values (?, ?, ?, ?, 'asked', ?) on conflict (involvement_id, person_id) do nothing
                        """)
                .params(UUID.randomUUID(), of.id(), of.caseId(), person, now())
                .update();
    }

    Optional<Consent> consent(UUID id) {
        return jdbc.sql("select * from involvement_consent where id = ?")
                .param(id)
                .query(InvolvementStore::consent)
                .optional();
    }

    List<Consent> consents(UUID involvement) {
        return jdbc.sql("select * from involvement_consent where involvement_id = ? order by asked_at, person_id")
                .param(involvement)
                .query(InvolvementStore::consent)
                .list();
    }

    /** Only while it is still asked. */
    void answer(UUID id, String state, Set<String> keptOut, LocalDate until) {
        jdbc.sql(
                        """
                        update involvement_consent set state = ?, kept_out = ?, until = ?, answered_at = ?
                        where id = ? and state = 'asked'
                        """)
                .params(Arrays.asList(state, keptOut.toArray(String[]::new), until, now(), id))
                .update();
    }

    /** @return false when there was none to withdraw */
    boolean withdraw(UUID id) {
        return jdbc.sql("update involvement_consent set state = 'withdrawn', withdrawn_at = ? where id = ? and state = 'given'")
                        .params(now(), id)
                        .update()
                == 1;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Involvement involvement(ResultSet row, int n) throws SQLException {
        return new Involvement(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getInt("school_id"),
                row.getInt("body_id"),
                row.getObject("pupil", UUID.class),
                row.getObject("question", UUID.class),
                row.getLong("asked_by"),
                row.getBoolean("share_name"),
                row.getBoolean("needs_consent"),
                row.getString("state"),
                row.getInt("reminded"),
                row.getTimestamp("asked_at").toInstant());
    }

    private static Consent consent(ResultSet row, int n) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getObject("involvement_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getLong("person_id"),
                row.getString("state"),
                Set.of((String[]) row.getArray("kept_out").getArray()),
                row.getObject("until", LocalDate.class));
    }
}
