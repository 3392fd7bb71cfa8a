package no.omtanke.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists that are kept are never older than the directory. */
@OmtankeTest
class SchoolListsTest {

    @Autowired
    Directory directory;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_comes_goes_or_is_renamed_is_seen_at_once_however_it_was_written() {
        Town town = towns.found();
        assertThat(staff(town)).contains(town.teacher());

        long substitute = register.addPerson("Vikar", "Test", null, null, null, "nb");
        register.giveRole(substitute, Role.STAFF, town.school(), false, LocalDate.of(2020, 8, 1), null);
        assertThat(staff(town)).contains(substitute);

        jdbc.sql("delete from role_assignment where person_id = ?").param(substitute).update();
        assertThat(staff(town)).doesNotContain(substitute);

        jdbc.sql("update person set family_name = 'Nytt-Navn' where id = ?").param(town.pupil()).update();
        assertThat(directory.pupils(town.school()).stream().map(PupilEntry::label)).anyMatch(l -> l.contains("Nytt-Navn"));
    }

    @Test
    void a_change_that_is_taken_back_leaves_no_ghost() {
        Town town = towns.found();
        staff(town);
        transaction.executeWithoutResult(status -> {
            register.endRole(town.teacher(), Role.CONTACT_TEACHER, town.school(), LocalDate.of(2020, 8, 1));
            assertThat(staff(town)).doesNotContain(town.teacher());
            status.setRollbackOnly();
        });
        assertThat(staff(town)).contains(town.teacher());
    }

    @Test
    void a_role_that_ends_by_its_date_is_over_on_that_day() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        register.endRole(town.teacher(), Role.CONTACT_TEACHER, town.school(), LocalDate.of(2026, 11, 24));
        assertThat(staff(town)).contains(town.teacher());
        time.passTo("2026-11-24T08:00");
        assertThat(staff(town)).doesNotContain(town.teacher());
    }

    private List<Long> staff(Town town) {
        return directory.staff(town.school()).stream().map(entry -> entry.person().id()).toList();
    }
}
