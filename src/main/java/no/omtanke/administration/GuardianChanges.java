package no.omtanke.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import no.omtanke.access.Reader;
import no.omtanke.organization.DirectoryRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a guardian out or in again: what the register says, and who said so, in one step. */
@Component
class GuardianChanges {

    private static final int NEWEST = 50;

    private final DirectoryRegister register;
    private final JdbcClient jdbc;
    private final Clock clock;

    GuardianChanges(DirectoryRegister register, JdbcClient jdbc, Clock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Change(String what, long guardian, long by, Instant at) {}

    @Transactional
    void change(Reader who, long pupil, long guardian, GuardianAction action) {
        LocalDate today = LocalDate.now(clock);
        switch (action) {
            case BLOCK -> register.blockGuardian(guardian, pupil, true);
            case UNBLOCK -> register.blockGuardian(guardian, pupil, false);
            case LOSE_RESPONSIBILITY -> register.loseResponsibility(guardian, pupil, today);
            case END -> register.endGuardian(guardian, pupil, today);
            case RESTORE -> register.restoreGuardian(guardian, pupil, today);
        }
        jdbc.sql("insert into guardianship_change (pupil_id, guardian_id, what, by_person, at) values (?, ?, ?, ?, ?)")
                .params(pupil, guardian, action.code(), who.personId(), OffsetDateTime.now(clock))
                .update();
    }

    /** Newest first. */
    List<Change> of(long pupil) {
        return jdbc.sql("select * from guardianship_change where pupil_id = ? order by at desc, id desc limit " + NEWEST)
                .param(pupil)
                .query((row, n) -> new Change(
                        row.getString("what"),
                        row.getLong("guardian_id"),
                        row.getLong("by_person"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
