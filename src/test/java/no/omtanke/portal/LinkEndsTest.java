package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import no.omtanke.TestTown;
import no.omtanke.concern.Cases;
import no.omtanke.plan.FamilyLinks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens in the world ends links and what they opened, at once, and the row says why. */
class LinkEndsTest extends PlanScene {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    FamilyLinks families;

    @Autowired
    Cases closing;

    @Test
    void a_guardian_who_loses_parental_responsibility_is_out_in_the_middle_of_reading() {
        WebVisitor open = in(father);
        String unused = link(father);
        register.loseResponsibility(father, town.pupil(), TODAY);
        assertThat(open.get("/min-plan").status).isEqualTo(410);
        assertThat(open.page).doesNotContain("klatrestativet", town.tag());
        assertThat(new WebVisitor(port).get(unused).status).isEqualTo(410);
        assertThat(whyOfLink(father)).isEqualTo("no-guardian");
        assertThat(whyOfSession(father)).isEqualTo("no-guardian");
        assertThat(in(town.guardian()).page).as("the other guardian goes on").contains("klatrestativet");
    }

    @Test
    void a_blocked_guardian_is_out_whatever_else_the_register_says_and_gets_no_new_link() {
        WebVisitor open = in(father);
        register.blockGuardian(father, town.pupil(), true);
        register.addGuardian(father, town.pupil(), true, TODAY, null);
        assertThat(open.get("/min-plan/skriv").status).isEqualTo(410);
        int before = mail.all().size();
        open.press("again", Map.of());
        time.settle();
        assertThat(mail.all()).hasSize(before);
        register.blockGuardian(father, town.pupil(), false);
        assertThat(in(father).page).contains("klatrestativet");
    }

    @Test
    void a_guardian_between_the_link_and_the_code_is_out_too() {
        WebVisitor waiting = new WebVisitor(port).get(link(father)).press("open", Map.of());
        String code = mail.code(address(father));
        register.endGuardian(father, town.pupil(), TODAY);
        waiting.press("open", Map.of("code", code));
        assertThat(waiting.get("/min-plan").status).isEqualTo(410);
        assertThat(waiting.page).doesNotContain("klatrestativet");
    }

    @Test
    void links_that_nobody_touches_are_ended_as_well() {
        String unused = link(father);
        register.endGuardian(father, town.pupil(), TODAY);
        families.endThoseOver();
        assertThat(whyOfLink(father)).isEqualTo("no-guardian");
        assertThat(new WebVisitor(port).get(unused).status).isEqualTo(410);
        assertThat(jdbc.sql("select count(*) from secure_link where subject = ? and person_id = ? and revoked_for = 'no-guardian'")
                        .params(plan, town.guardian())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void at_eighteen_the_guardians_row_says_so() {
        in(father);
        jdbc.sql("update person set birth_date = ? where id = ?")
                .params(LocalDate.of(2008, 11, 23), town.pupil())
                .update();
        families.endThoseOver();
        assertThat(whyOfSession(father)).isEqualTo("of-age");
    }

    @Test
    void when_the_case_is_closed_old_mails_open_nothing_but_the_family_can_ask_and_read_and_the_report_stays() {
        String unused = link(father);
        transactions.executeWithoutResult(t -> closing.close(file.id().toString()));
        WebVisitor late = new WebVisitor(port).get(unused);
        assertThat(late.status).isEqualTo(410);
        assertThat(whyOfLink(father)).isEqualTo("case-closed");
        late.press("again", Map.of());
        time.settle();
        var sent = mail.linksTo(address(father));
        late.openWithCode(sent.get(sent.size() - 1).link(), mail, address(father));
        assertThat(late.page).contains("klatrestativet");
        WebVisitor reporter = new WebVisitor(port);
        reporter.openUnconfirmed(mail.to("foresatt." + town.tag() + "@hjemme.example").get(0).link(), "0000");
        assertThat(reporter.page).contains("Saken er avsluttet", "Jeg blir ikke hørt");
    }

    @Test
    void the_school_ends_a_link_and_the_page_closes_where_it_is_open() {
        WebVisitor open = in(father);
        WebVisitor principal = signedIn(town.principal());
        principal.get("/cases/" + file.reference() + "/links");
        assertThat(principal.page).contains("Far " + town.tag(), "Planen", "Steng lenken til");
        principal.post(
                "/cases/" + file.reference() + "/links",
                "",
                Map.of("purpose", "MY_PLAN", "subject", plan.toString(), "person", "" + father),
                principal.csrf());
        assertThat(principal.page).contains("Lenkene er stengt");
        assertThat(open.get("/min-plan").page).contains("Siden er lukket").doesNotContain("klatrestativet");
        assertThat(whyOfSession(father)).isEqualTo("staff");

        WebVisitor stranger = signedIn(towns.found().principal());
        assertThat(stranger.get("/cases/" + file.reference() + "/links").status).isEqualTo(404);
    }

    @Test
    void an_employee_of_another_school_opens_the_link_about_their_own_child_in_the_browser_they_work_in() {
        WebVisitor employee = signedIn(towns.found().teacher());
        employee.openWithCode(link(father), mail, address(father));
        assertThat(employee.page).contains("klatrestativet");
        assertThat(employee.get("/min-plan/lest").page).contains("Hvem har lest");
        assertThat(employee.get("/tasks").status).isEqualTo(200);
        assertThat(employee.get("/cases/" + file.reference()).status).isEqualTo(404);
    }

    private WebVisitor signedIn(long person) {
        WebVisitor visitor = new WebVisitor(port).get("/signin");
        return visitor.post(
                "/signin", "", Map.of("username", towns.account(person), "password", TestTown.PASSWORD), visitor.csrf());
    }

    private String whyOfLink(long person) {
        return jdbc.sql(
                        """
                        select coalesce(revoked_for, 'not') from secure_link
                        where subject = ? and person_id = ? and spent_at is null order by created_at desc limit 1
                        """)
                .params(plan, person)
                .query(String.class)
                .single();
    }

    private String whyOfSession(long person) {
        return jdbc.sql(
                        """
                        select coalesce(ended_for, 'not') from link_session
                        where subject = ? and person_id = ? order by begun_at desc limit 1
                        """)
                .params(plan, person)
                .query(String.class)
                .single();
    }
}
