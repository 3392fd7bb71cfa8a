package no.omtanke.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.process.FamilyForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register keeps, and from whom. */
@OmtankeTest
class AbsenceRegisterTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<String> TABLES =
            List.of("absence", "absence_notice", "absence_known_as", "absence_import", "absence_follow_up", "absence_leave");

    @Autowired
    ClassRegister register;

    @Autowired
    PupilYears years;

    @Autowired
    Imports imports;

    @Autowired
    AbsenceNotices notices;

    @Autowired
    AbsenceList list;

    @Autowired
    AbsenceRetention retention;

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    Town town;
    Reader teacher;
    Reader principal;

    @BeforeEach
    void a_monday() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        teacher = towns.reader(town.teacher());
        principal = towns.reader(town.principal());
    }

    @Test
    void a_correction_is_a_new_row_and_the_old_one_stays() {
        story.marks(town, town.pupil(), Mark.ABSENT, false, MONDAY);
        time.passTo("2026-11-23T11:00");
        story.marks(town, town.pupil(), Mark.LATE, true, MONDAY);
        story.marks(town, town.pupil(), Mark.LATE, true, MONDAY);
        story.marks(town, town.pupil(), Mark.HERE, false, MONDAY);
        assertThat(jdbc.sql("select extent || ' ' || kind || ' ' || (superseded_at is null) from absence where pupil_id = ? order by id")
                        .param(town.pupil())
                        .query(String.class)
                        .list())
                .containsExactly("whole unexcused false", "late notified false");
        assertThatThrownBy(() -> jdbc.sql("update absence set kind = 'leave' where pupil_id = ?").param(town.pupil()).update())
                .hasMessageContaining("corrected by a new row");
    }

    @Test
    void only_the_classs_contact_teacher_and_the_leadership_see_it() {
        long group = story.group(town);
        story.marks(town, town.pupil(), Mark.ABSENT, false, MONDAY);
        Town other = towns.found();
        for (long sees : List.of(town.teacher(), town.principal(), town.deputy())) {
            assertThat(register.open(towns.reader(sees), group, MONDAY)).isPresent();
            assertThat(years.of(towns.reader(sees), town.pupil())).isPresent();
        }
        for (long not : List.of(town.social(), town.owner(), town.auditor(), other.teacher(), other.principal())) {
            assertThat(register.open(towns.reader(not), group, MONDAY)).isEmpty();
            assertThat(register.keep(towns.reader(not), group, MONDAY, Map.of())).isEmpty();
            assertThat(years.of(towns.reader(not), town.pupil())).isEmpty();
        }
        assertThat(imports.read(teacher, town.school(), new byte[0])).as("files are the leadership's").isEmpty();
        assertThat(jdbc.sql("select count(*) from access_log where part = 'ABSENCE' and thing = ? and not allowed")
                        .param("class:" + group)
                        .query(Integer.class)
                        .single())
                .as("every refusal is written down").isEqualTo(10);
    }

    @Test
    void the_second_wall_keeps_it_within_the_school() throws Exception {
        story.marks(town, town.pupil(), Mark.ABSENT, true, days());
        imports.take(principal, waits("Id;Navn;Dato;Type\n7;Annen " + town.tag() + ";23.11.2026;Meldt\n"), Map.of()).orElseThrow();
        notice(town.guardian(), Map.of("awayWhen", "tomorrow", "awayPart", "whole"), UUID.randomUUID());
        list.expect(story.followedUp(town.pupil()).orElseThrow().id().toString(), "2026-12-01", "2026-12-02");
        Town other = towns.found();
        for (String table : TABLES) {
            assertThat(rows(Actor.of(teacher), table)).as(table).isPositive();
            for (long not : List.of(town.owner(), town.auditor(), other.principal())) {
                assertThat(rows(Actor.of(towns.reader(not)), table)).as("%s %s", table, not).isZero();
            }
            for (String role : List.of("administrator", "operator")) {
                assertThat(rows(Actor.of(new Reader(8, "", Set.of(role))), table)).as("%s %s", table, role).isZero();
            }
        }
    }

    @Test
    void a_notice_stands_on_the_list_at_once_and_once() {
        UUID source = UUID.randomUUID();
        Map<String, Object> said = Map.of("awayWhen", "days", "firstDay", "2026-11-23", "lastDay", "2026-11-25", "backOn", "2026-11-26");
        assertThat(notice(town.guardian(), said, source)).isEmpty();
        notice(town.guardian(), said, source);
        assertThat(jdbc.sql("select count(*) from absence_notice where pupil_id = ?").param(town.pupil()).query(Integer.class).single())
                .isEqualTo(1);
        ClassDay.Line line = line(LocalDate.of(2026, 11, 25));
        assertThat(line.notice().back()).isEqualTo("2026-11-26");
        assertThat(line.told()).isTrue();
        assertThat(line(LocalDate.of(2026, 11, 26)).notice()).isNull();
        notice(town.guardian(), Map.of("awayWhen", "today", "awayPart", "hours", "fromTime", "08:30", "toTime", "10:00"), UUID.randomUUID());
        assertThat(line(MONDAY).notice().from()).as("the newest").isEqualTo("08:30");
    }

    @Test
    void a_file_is_looked_at_before_it_is_taken_and_whoever_is_unknown_is_chosen_or_left_out() {
        story.marks(town, town.third(), Mark.ABSENT, false, MONDAY);
        UUID file = waits("Id;Navn;Klasse;Dato;Timer;Type;Merknad\n"
                + "1;\"" + town.tag() + ", Elev\";6 a;23.11.2026;1;Meldt;x\n"
                + "1;Elev " + town.tag() + ";6A;23.11.2026;2;Meldt;x\n"
                + "2;Feil Navn;6A;20.11.2026;;Ugyldig;\n"
                + "3;Fremmed;6A;20.11.2026;;Ugyldig;\n"
                + "4;Tredje " + town.tag() + ";6A;23.11.2026;;Meldt;\n"
                + "1;Elev " + town.tag() + ";6A;21.11.2026;;Meldt;\n"
                + "1;Elev " + town.tag() + ";6A;01.05.2026;;Meldt;\n"
                + "1;Elev " + town.tag() + ";6A;24.11.2026;;Meldt;\n");
        Review review = imports.review(principal, file).orElseThrow();
        assertThat(review.closed()).containsExactly(7);
        assertThat(review.outside()).containsExactly(8, 9);
        assertThat(review.unread()).containsExactly("Merknad");
        assertThat(review.changed()).singleElement().satisfies(d -> {
            assertThat(d.pupil()).isEqualTo(town.third());
            assertThat(d.before()).containsExactly(Absence.whole(town.third(), MONDAY, AbsenceKind.UNEXCUSED));
        });
        assertThat(review.fresh()).singleElement().satisfies(d -> assertThat(d.now())
                .containsExactly(new Absence(town.pupil(), MONDAY, AbsenceKind.NOTIFIED, Extent.HOURS, new java.math.BigDecimal("3"))));
        assertThat(review.unknown()).extracting(Review.Unknown::name).containsExactly("Feil Navn", "Fremmed");

        assertThat(imports.take(principal, file, Map.of(0, town.other()))).as("one of two is not chosen").isEmpty();
        assertThat(rowsOf(town.other())).as("nothing is half done").isZero();
        Map<Integer, Long> chosen = new HashMap<>(Map.of(0, town.other()));
        chosen.put(1, null);
        assertThat(imports.review(towns.reader(town.deputy()), file)).as("only who sent it looks at it").isEmpty();
        assertThat(imports.take(principal, file, chosen).orElseThrow()).isEqualTo(new Imports.Taken(town.school(), 2, 1, 0, 4, 0));
        assertThat(rowsOf(town.other())).isEqualTo(1);
        assertThat(imports.review(principal, file)).as("what it said is gone").isEmpty();

        UUID later = waits("Id;Navn;Dato;Type\n2;Feil Navn;20.11.2026;Ugyldig\n");
        assertThat(imports.review(principal, later).orElseThrow().unchanged()).as("its number is known now").isEqualTo(1);
        time.pass(java.time.Duration.ofHours(13));
        assertThat(imports.review(principal, later)).as("nobody looked for too long").isEmpty();
        assertThat(jdbc.sql("select count(*) from absence_import where id in (?, ?) and sealed is not null")
                        .params(file, later)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        waits("Navn;Dato;Type\nx;23.11.2026;Meldt\n");
        assertThat(jdbc.sql("select sealed is null from absence_import where id = ?").param(later).query(Boolean.class).single()).isTrue();
    }

    @Test
    void what_is_older_than_the_school_year_before_this_is_removed() {
        jdbc.sql("insert into absence (school_id, pupil_id, day, kind, extent, recorded_by, recorded_at)"
                        + " select ?, ?, d::date, 'notified', 'whole', ?, now() from unnest(array['2025-07-31', '2025-08-01']) d")
                .params(town.school(), town.pupil(), town.teacher())
                .update();
        retention.remove();
        assertThat(jdbc.sql("select day from absence where pupil_id = ?").param(town.pupil()).query(LocalDate.class).list())
                .containsExactly(LocalDate.of(2025, 8, 1));
    }

    @Test
    void what_a_file_says_is_sealed_until_it_is_taken() {
        UUID file = waits("Navn;Dato;Type;Merknad\nUnektelig Sjelden;23.11.2026;Syk;migrene\n");
        byte[] kept = jdbc.sql("select sealed from absence_import where id = ?").param(file).query(byte[].class).single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("Unektelig", "migrene", "Syk");
    }

    private ClassDay.Line line(LocalDate day) {
        return register.open(teacher, story.group(town), day).orElseThrow().lines().stream()
                .filter(l -> l.pupil().person().id() == town.pupil())
                .findFirst()
                .orElseThrow();
    }

    private List<?> notice(long sender, Map<String, Object> said, UUID source) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("children", List.of(String.valueOf(town.pupil())));
        return notices.take(new FamilyForm.Sent(
                sender, new Answers("absence-notice", all), new Effects(Map.of(), List.of(), false, null, null), List.of(), "nb", source));
    }

    private UUID waits(String file) {
        return ((Imports.Read.Waits)
                        imports.read(principal, town.school(), file.getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .id();
    }

    private static LocalDate[] days() {
        return new LocalDate[] {
            MONDAY.minusDays(7), MONDAY.minusDays(6), MONDAY.minusDays(5), MONDAY.minusDays(4), MONDAY.minusDays(3), MONDAY
        };
    }

    private int rows(Actor actor, String table) throws Exception {
        return Actors.as(actor, () -> jdbc.sql("select count(*) from " + table + " where school_id = ?")
                .param(town.school())
                .query(Integer.class)
                .single());
    }

    private int rowsOf(long pupil) {
        return jdbc.sql("select count(*) from absence where pupil_id = ?").param(pupil).query(Integer.class).single();
    }
}
