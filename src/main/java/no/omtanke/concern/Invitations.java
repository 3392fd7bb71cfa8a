package no.omtanke.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Directory;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms that the school sends to a guardian by a link («Send skjema»). Public because staff send and families open them. */
@Service
@Transactional
public class Invitations {

    private final JdbcClient jdbc;
    private final CaseProcesses processes;
    private final SecureLinks links;
    private final Directory directory;
    private final Clock clock;

    Invitations(JdbcClient jdbc, CaseProcesses processes, SecureLinks links, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.links = links;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whose form it is. Public because the form is filled in with it. */
    public record Invitation(
            UUID id, int schoolId, long pupilId, long guardianId, long sentBy, Instant createdAt, boolean used) {}

    /** Keeps the invitation and lets its mail leave. The caller has checked that the guardian is the pupil's. */
    public UUID send(int schoolId, long pupilId, long guardianId, long sentBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into report_invitation (id, school_id, pupil_id, guardian_id, sent_by, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, schoolId, pupilId, guardianId, sentBy, OffsetDateTime.now(clock))
                .update();
        mail(id, schoolId);
        return id;
    }

    /** Sends a new link to the address on file; says nothing about whether there was one. */
    public void sendAgain(UUID invitation) {
        find(invitation).filter(i -> !i.used()).ifPresent(i -> mail(i.id(), i.schoolId()));
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(UUID id) {
        return jdbc.sql("select * from report_invitation where id = ?").param(id).query(Invitations::row).optional();
    }

    /** The latest that the employee sent. */
    @Transactional(readOnly = true)
    public List<Invitation> sentBy(long personId) {
        return jdbc.sql("select * from report_invitation where sent_by = ? order by created_at desc limit 20")
                .param(personId)
                .query(Invitations::row)
                .list();
    }

    /** Whether the one who was sent the form still is a guardian of the pupil. */
    @Transactional(readOnly = true)
    public boolean stillGuardian(Invitation invitation) {
        return directory.guardiansOf(invitation.pupilId()).stream()
                .anyMatch(g -> g.person().id() == invitation.guardianId());
    }

    Invitation use(UUID id) {
        jdbc.sql("update report_invitation set used_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
        links.end(LinkPurpose.REPORT_INVITATION, id, null, "done");
        return find(id).orElseThrow();
    }

    private void mail(UUID id, int schoolId) {
        processes.start("send-link", id, schoolId, Facts.none().with(Fact.LINK_KIND, "report-invitation"));
    }

    private static Invitation row(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getInt("school_id"),
                row.getLong("pupil_id"),
                row.getLong("guardian_id"),
                row.getLong("sent_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("used_at") != null);
    }
}
