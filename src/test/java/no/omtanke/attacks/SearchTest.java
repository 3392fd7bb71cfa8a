package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.List;
import java.util.Map;
import no.omtanke.TestTime;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searches: nobody's name in an address, and no word that the database would take for its own. */
@OmtankeTest
class SearchTest {

    @Autowired
    TestTown towns;

    @Autowired
    Story story;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;
    private Client principal;

    @BeforeEach
    void found() {
        time.startAt("2026-11-23T10:00");
        town = towns.found(UUID.randomUUID().toString().substring(0, 8), "O'Brien-Åsemarie");
        file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()), "responsible", String.valueOf(town.principal()), "accused", "pupil",
                "principalKnew", "2026-11-23"));
        principal = Client.of(port, towns.account(town.principal()));
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void a_name_that_is_searched_for_stands_in_no_address() {
        for (String list : List.of("/tasks", "/cases")) {
            HttpResponse<String> sent = principal.post(list + "/search", Map.of("q", "åsemarie", "serious", "1", "state", "all"));
            String found = Client.location(sent);
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(found).startsWith(list + "?").contains("search=").doesNotContainIgnoringCase("marie");
            HttpResponse<String> page = principal.get(found.replace("serious=1&", "").replace("&serious=1", ""));
            assertThat(page.body()).contains(file.reference(), "value=\"åsemarie\"");
            assertThat(addresses(page.body())).isNotEmpty().allSatisfy(a -> assertThat(a).doesNotContainIgnoringCase("marie"));
            assertThat(addresses(page.body())).as("filters and the way back keep the search").anyMatch(a -> a.contains(key(found)));
            assertThat(page.body()).doesNotContain("method=\"get\"");
        }
    }

    @Test
    void the_same_words_have_one_key_and_another_session_s_key_opens_nothing() {
        String first = Client.location(principal.post("/tasks/search", Map.of("q", "Marie")));
        assertThat(Client.location(principal.post("/tasks/search", Map.of("q", " Marie ")))).isEqualTo(first);
        Client again = Client.of(port, "bruker" + town.principal());
        assertThat(again.get(first).statusCode()).isEqualTo(200);
        assertThat(again.get(first).body()).doesNotContain("value=\"Marie\"");
    }

    @Test
    void a_reference_may_stand_in_the_address_as_on_every_page_of_the_case() {
        assertThat(Client.location(principal.post("/tasks/search", Map.of("q", file.reference())))).isEqualTo("/tasks?q=" + file.reference());
        assertThat(principal.get("/tasks?q=" + file.reference()).body()).contains(file.reference());
    }

    @Test
    void a_name_in_an_old_address_is_not_taken_up() {
        assertThat(principal.get("/tasks?q=Marie").body()).doesNotContain("value=\"Marie\"");
        assertThat(principal.get("/cases?q=Marie").body()).doesNotContain("value=\"Marie\"");
    }

    @Test
    void the_history_s_filter_lets_no_name_into_its_address() {
        Client auditor = Client.of(port, towns.account(town.auditor()));
        HttpResponse<String> name = auditor.post("/history", Map.of("q", "Marie", "from", "Marie", "state", "open"));
        assertThat(Client.location(name)).startsWith("/history?").contains("state=open").doesNotContainIgnoringCase("marie");
        assertThat(auditor.get(Client.location(name)).body()).doesNotContain(file.reference());
        HttpResponse<String> reference = auditor.post("/history", Map.of("q", file.reference()));
        assertThat(auditor.get(Client.location(reference)).body()).contains(file.reference());
        assertThat(auditor.get("/history").body()).doesNotContain("method=\"get\"");
    }

    @Test
    void signs_that_mean_something_to_the_database_are_looked_for_as_they_are() {
        String apostrophe = Client.location(principal.post("/tasks/search", Map.of("q", "o'brien")));
        assertThat(principal.get(apostrophe).body()).contains(file.reference());
        for (String words : List.of("%", "_", "%%%", "__________", "\\", "' or '1'='1", "'; drop table case_file; --", "\") or true --", ":search", "?", "a\u0000b", "$1")) {
            for (String list : List.of("/tasks", "/cases")) {
                HttpResponse<String> page = principal.get(Client.location(principal.post(list + "/search", Map.of("q", words))));
                assertThat(page.statusCode()).as(words).isEqualTo(200);
                assertThat(page.body()).as(list + " " + words).doesNotContain("/cases/" + file.reference());
            }
        }
    }

    @Test
    void a_pupil_s_name_stands_in_no_window_s_title() {
        String task = story.open(file, "first-contact").taskId();
        Client social = Client.of(port, towns.account(town.principal()));
        for (String path : List.of("/tasks/" + task, "/cases/" + file.reference(), "/cases/" + file.reference() + "/plan", "/tasks", "/cases")) {
            String page = social.get(path).body();
            String title = page.replaceAll("(?s).*<title>(.*?)</title>.*", "$1");
            assertThat(title).as(path).endsWith(" – Omtanke").doesNotContain("Elev", "Åsemarie", town.tag());
        }
    }

    private static String key(String address) {
        return address.replaceAll(".*(search=[^&]+).*", "$1");
    }

    private static List<String> addresses(String page) {
        return java.util.regex.Pattern.compile("(?:href|action)=\"([^\"]*)\"|name=\"back\" value=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(a -> !a.startsWith("/css") && !a.startsWith("/assets"))
                .toList();
    }
}
