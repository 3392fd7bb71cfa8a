package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.correspondence.OneTimeCodes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a link alone does not open, and who does not get past the code. */
class SecondStepTest extends PlanScene {

    @Autowired
    OneTimeCodes codes;

    @Autowired
    LinkSessions sessions;

    @Test
    void a_link_alone_opens_nothing_of_the_plan() {
        WebVisitor thief = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        assertThat(thief.path).isEqualTo("/min-plan/kode");
        for (String path : List.of("/min-plan", "/min-plan/skriv", "/min-plan/versjon/1", "/min-plan/takk/plan-message")) {
            assertThat(thief.get(path).path).as(path).isEqualTo("/min-plan/kode");
            assertThat(thief.page).as(path).doesNotContain(town.tag(), "klatrestativet", file.reference());
        }
        thief.get(address(asked(town.guardian(), "guardian-view")));
        assertThat(thief.page).doesNotContain(town.tag(), "klatrestativet");
        assertThat(thief.get("/min-plan/dokument/" + java.util.UUID.randomUUID()).status).isEqualTo(404);
    }

    @Test
    void the_mail_with_the_code_says_nothing_of_anybody() {
        new WebVisitor(port).get(link(father)).press("open", Map.of());
        var sent = mail.to(address(father));
        var newest = sent.get(sent.size() - 1);
        assertThat(newest.subject()).isEqualTo("Koden din");
        assertThat(newest.text()).doesNotContain(town.tag(), file.reference(), "http", "plan");
        assertThat(newest.text()).contains("10 minutter");
    }

    @Test
    void the_code_works_once_in_the_browser_that_spent_the_link_and_the_cookie_from_before_is_worth_nothing() {
        WebVisitor mother = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        String before = mother.cookie("omtanke-plan");
        String code = mail.code(address(town.guardian()));

        WebVisitor other = new WebVisitor(port);
        other.get("/min-plan/kode");
        assertThat(other.page).contains("Siden er lukket");

        mother.press("open", Map.of("code", code.substring(0, 4) + " " + code.substring(4)));
        assertThat(mother.path).isEqualTo("/min-plan");
        assertThat(mother.page).contains("klatrestativet");
        assertThat(mother.cookie("omtanke-plan")).isNotEqualTo(before);
        assertThat(sessions.find(before, LinkPurpose.MY_PLAN)).isEmpty();
        other.setCookie("omtanke-plan", before);
        assertThat(other.get("/min-plan").page).contains("Siden er lukket").doesNotContain("klatrestativet");
    }

    @Test
    void another_browsers_code_does_not_open_this_one() {
        WebVisitor mother = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        WebVisitor father = new WebVisitor(port).get(link(this.father)).press("open", Map.of());
        father.press("open", Map.of("code", mail.code(address(town.guardian()))));
        assertThat(father.status).isEqualTo(422);
        assertThat(father.page).contains("Koden er ikke riktig").doesNotContain("klatrestativet");
        assertThat(mother.press("open", Map.of("code", mail.code(address(town.guardian())))).path).isEqualTo("/min-plan");
    }

    @Test
    void five_wrong_codes_are_all_there_are_and_then_the_right_one_is_wrong_too() {
        WebVisitor guesser = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        String right = mail.code(address(town.guardian()));
        for (int i = 0; i < OneTimeCodes.TRIES; i++) {
            assertThat(guesser.press("open", Map.of("code", wrong(right, i))).status).isEqualTo(422);
        }
        assertThat(guesser.page).contains("Koden virker ikke lenger");
        String csrf = guesser.csrf();
        assertThat(guesser.post("/min-plan/kode", "open", Map.of("code", right), csrf).status).isEqualTo(422);
        assertThat(guesser.get("/min-plan").path).isEqualTo("/min-plan/kode");

        guesser.press("send", Map.of());
        assertThat(mail.code(address(town.guardian()))).isNotEqualTo(right);
        assertThat(guesser.press("open", Map.of("code", mail.code(address(town.guardian())))).path).isEqualTo("/min-plan");
    }

    @Test
    void many_guesses_at_once_are_no_more_than_five() throws Exception {
        String token = session();
        String right = codes.draw(token);
        List<Callable<OneTimeCodes.Answer>> guesses = java.util.stream.IntStream.range(0, 24)
                .<Callable<OneTimeCodes.Answer>>mapToObj(i -> () -> codes.enter(token, wrong(right, i)))
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        int looked = 0;
        for (var guess : pool.invokeAll(guesses)) {
            looked += guess.get() == OneTimeCodes.Answer.WRONG ? 1 : 0;
        }
        pool.shutdown();
        assertThat(looked).isLessThanOrEqualTo(OneTimeCodes.TRIES);
        assertThat(codes.enter(token, right)).isEqualTo(OneTimeCodes.Answer.NO_CODE);
    }

    @Test
    void a_code_is_ten_minutes_old_at_most_and_the_newest_is_the_only_one() {
        String token = session();
        String first = codes.draw(token);
        String second = codes.draw(token);
        assertThat(codes.enter(token, first)).isEqualTo(OneTimeCodes.Answer.WRONG);
        time.pass(OneTimeCodes.VALID.plusSeconds(1));
        assertThat(codes.enter(token, second)).isEqualTo(OneTimeCodes.Answer.NO_CODE);
    }

    @Test
    void neither_code_nor_token_stands_in_the_database() {
        String token = session();
        String code = codes.draw(token);
        String row = jdbc.sql("select s::text from link_session s where subject = ? and code_hash is not null")
                .param(plan)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(token, code);
        assertThat(hex(token + " " + code)).as("what is kept takes the browser's token to compute").isIn(hashes());
        assertThat(hex(code)).isNotIn(hashes());
    }

    @Test
    void no_more_than_six_codes_an_hour_leave() {
        WebVisitor mother = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        int before = mail.to(address(town.guardian())).size();
        String csrf = mother.csrf();
        for (int i = 0; i < 8; i++) {
            mother.post("/min-plan/kode", "send", Map.of(), csrf);
        }
        assertThat(mother.page).contains("mange koder den siste timen");
        assertThat(mail.to(address(town.guardian())).size() - before).isEqualTo(5);
    }

    @Test
    void a_mail_server_that_is_gone_is_told_and_trying_again_helps() {
        mail.stop();
        WebVisitor mother;
        try {
            mother = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        } finally {
            mail.start();
        }
        assertThat(mother.page).contains("Vi fikk ikke sendt koden").doesNotContain("Koden i e-posten");
        mother.press("send", Map.of());
        assertThat(mother.page).contains("Koden i e-posten");
        assertThat(mother.press("open", Map.of("code", mail.code(address(town.guardian())))).path).isEqualTo("/min-plan");
    }

    @Test
    void what_is_typed_before_the_code_is_not_lost() {
        WebVisitor mother = in(town.guardian());
        String task = address(asked(town.guardian(), "guardian-view"));
        String csrf = mother.get(task).csrf();
        mother.forgetCookie("omtanke-plan");
        mother.get(link(town.guardian())).press("open", Map.of());
        mother.post(task, "next", Map.of("view", "partly", "viewReason", "Skrevet før koden."), csrf);
        assertThat(mother.path).isEqualTo("/min-plan/kode");
        assertThat(mother.page).contains("Det du skrev, er lagret");
        mother.press("open", Map.of("code", mail.code(address(town.guardian()))));
        assertThat(mother.get(task).page).contains("Skrevet før koden.");
    }

    @Test
    void a_session_that_nobody_uses_ends_before_the_half_hour() {
        WebVisitor mother = in(town.guardian());
        time.pass(Duration.ofMinutes(15));
        assertThat(mother.get("/min-plan").page).contains("klatrestativet");
        time.pass(LinkSessions.IDLE.plusSeconds(1));
        assertThat(mother.get("/min-plan").page).doesNotContain("klatrestativet");
    }

    @Test
    void a_new_link_of_the_same_person_ends_the_session_before() {
        WebVisitor athome = in(town.guardian());
        WebVisitor atwork = in(town.guardian());
        assertThat(athome.get("/min-plan").page).doesNotContain("klatrestativet");
        assertThat(atwork.get("/min-plan").page).contains("klatrestativet");
    }

    @Test
    void a_session_token_that_we_did_not_draw_is_never_taken() {
        String planted = "A".repeat(43);
        WebVisitor victim = new WebVisitor(port);
        victim.setCookie("omtanke-plan", planted);
        victim.openWithCode(link(town.guardian()), mail, address(town.guardian()));
        assertThat(victim.page).contains("klatrestativet");
        WebVisitor planter = new WebVisitor(port);
        planter.setCookie("omtanke-plan", planted);
        assertThat(planter.get("/min-plan").page).doesNotContain("klatrestativet");
    }

    @Test
    void a_link_to_a_plan_opens_no_report_and_a_reports_session_no_plan() {
        WebVisitor mother = in(town.guardian());
        assertThat(mother.get("/min-melding").page).contains("Siden er lukket");
        String plans = mother.cookie("omtanke-plan");
        assertThat(sessions.find(plans, LinkPurpose.MY_PLAN)).isPresent();
        assertThat(sessions.find(plans, LinkPurpose.MY_REPORT)).isEmpty();
        mother.setCookie("omtanke-link", plans);
        assertThat(mother.get("/min-melding").page).contains("Siden er lukket");
    }

    @Test
    void a_pupil_whom_an_adult_gives_the_screen_needs_no_address() {
        jdbc.sql("update person set email = null where id = ?").param(town.pupil()).update();
        String token = sessions.begin(LinkPurpose.MY_PLAN, plan, town.pupil(), LinkSessions.LASTS);
        WebVisitor screen = new WebVisitor(port);
        screen.setCookie("omtanke-plan", token);
        assertThat(screen.get("/min-plan").page).contains("Dette gjør de voksne for deg");
    }

    @Test
    void every_use_of_a_link_and_every_code_is_in_the_log() {
        String link = link(town.guardian());
        WebVisitor mother = new WebVisitor(port).get(link).press("open", Map.of());
        mother.press("open", Map.of("code", wrong(mail.code(address(town.guardian())), 1)));
        mother.press("open", Map.of("code", mail.code(address(town.guardian()))));
        new WebVisitor(port).get(link);
        assertThat(jdbc.sql("select reason from access_log where case_id = ? and part = 'LINK' and person_id = ? order by id")
                        .params(file.id(), town.guardian())
                        .query(String.class)
                        .list())
                .containsSequence("looked", "opened", "code-sent", "code-wrong", "code-right", "link-spent");
    }

    private String session() {
        String link = link(town.guardian());
        String token = link.substring("/l/".length());
        links.spend(token);
        return sessions.begin(links.look(token).orElseThrow(), false);
    }

    private static String wrong(String right, int how) {
        return String.format("%08d", (Long.parseLong(right) + 1 + how) % 100_000_000);
    }

    private List<String> hashes() {
        return jdbc.sql("select encode(code_hash, 'hex') from link_session where code_hash is not null")
                .query(String.class)
                .list();
    }

    private static String hex(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
