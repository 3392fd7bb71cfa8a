package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Reopening;
import no.omtanke.form.Answers;
import no.omtanke.form.Drafts;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine knows facts, the case file knows people. Cases are told in words that occur nowhere else; afterwards the words are
 * looked for in every table of the engine, in the log, in the mails, and in clear in our own tables.
 */
class CanaryTest extends ProcessStory {

    /** What the engine itself counts while it walks through "each pupil". */
    private static final Set<String> ENGINE_COUNTERS =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    private final String word = "kanarifugl" + UUID.randomUUID().toString().substring(0, 6);
    private final String name = "Kanarinavn" + UUID.randomUUID().toString().substring(0, 6);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

    @Autowired
    FamilyDoor door;

    @Autowired
    Reopening reopening;

    @Autowired
    Drafts drafts;

    @Autowired
    CaseGate gate;

    @Autowired
    Directory directory;

    @BeforeEach
    void listen() {
        towns.forget(town);
        town = towns.found(UUID.randomUUID().toString().substring(0, 8), name);
        log.setContext(loggers);
        log.start();
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        loggers.getLogger("no.omtanke").info("The log is listened to");
    }

    @AfterEach
    void stopListening() {
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void what_people_write_stays_in_the_case_file() throws IOException {
        CaseFile file = aWholeCase();
        // Stopping the mail server empties its boxes.
        List<String> mails = new ArrayList<>(mail.raw());
        withoutMailServer();
        mails.addAll(mail.raw());
        drafts.save("person:" + town.teacher(), "canary", Typed.empty().with("whatHappened", word), Duration.ofDays(1));

        OpenCase open = gate.open(towns.reader(town.principal()), file.id(), Part.CONTENT).orElseThrow();
        assertThat(open.entries().stream().filter(entry -> entry.json().contains(word)))
                .as("the canary sang")
                .hasSizeGreaterThan(12);
        assertThat(open.toString() + open.entries() + open.parties() + open.attachments() + directory.pupils(town.school()))
                .as("what a careless line in the log would show")
                .doesNotContain(word)
                .doesNotContain(name);
        theEngineKnowsNothing();
        theEngineKeepsOnlyFacts();
        ourOwnTablesShowNothing();
        saysNothing(mails);
        theLogSaysNothing();
    }

    // --- the story

    private CaseFile aWholeCase() throws IOException {
        CaseFile file = reported(words("report-guardian", "childName", name, "reporterName", name));
        door.add(file.id(), new Answers("new-information", Map.of("newInformation", word)), List.of(new FileContent(
                word + ".txt", "text/plain", word.getBytes(StandardCharsets.UTF_8))));
        door.notHeard(file.id(), new Answers("not-heard", Map.of("missing", "other", "tellMore", word)));
        done(
                file,
                "read-report",
                "seriousCriteria",
                "violence",
                "otherPupils[0].otherPupil",
                String.valueOf(town.other()),
                "otherPupils[0].otherRole",
                "involved");
        done(file, "notify-owner", words("notify-owner"));
        done(file, "hear-pupil", words("hear-pupil", "wasHeard", "no"));
        boolean plan = true;
        while (story.now(file).open()) {
            if (openTasks(file).isEmpty()) {
                time.passTo(today().plusDays(1) + "T09:00");
                continue;
            }
            String task = openTasks(file).get(0);
            switch (task) {
                case "conclude" -> done(file, task, words(task, "safe", "no", "plan", "yes"));
                case "approve-plan" -> {
                    done(file, task, words(task, "approved", plan ? "no" : "override"));
                    plan = false;
                }
                case "do-measure" -> done(file, task, words(task, "done", "no"));
                case "guardian-view" -> done(file, task, words(task, "view", "disagree"));
                default -> done(file, task, words(story.open(file, task).formId()));
            }
        }
        Answers why = new Answers("reopen", Map.of("why", word));
        assertThat(reopening.reopen(towns.reader(town.principal()), file.id(), why)).isTrue();
        time.pass(Duration.ofDays(70));
        return file;
    }

    private void withoutMailServer() throws IOException {
        mail.stop();
        try {
            CaseFile file = reported(words("report-guardian", "aboutEmployee", "employee"));
            assertThat(openTasks(file)).containsExactly("read-report");
            time.pass(Duration.ofHours(2));
            TaskRow row = story.open(file, "read-report");
            try {
                engine.getTaskService().complete(row.taskId(), Map.of("pupil", word));
            } catch (RuntimeException refused) {
                assertThat(refused.getMessage()).doesNotContain(word);
            }
        } finally {
            mail.start();
        }
        time.pass(Duration.ofHours(2));
    }

    /** Every question of the form that is answered in free words is answered with the canary's. */
    private String[] words(String form, String... more) throws IOException {
        Map<String, String> said = new HashMap<>();
        Path file = Stream.of("school-environment", "activity-plan")
                .map(folder -> Path.of("forms", folder, form + ".form"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        for (String field : freeText(new ObjectMapper().readTree(file.toFile()), "")) {
            said.put(field, word);
        }
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        if (form.equals("close-case")) {
            said.putAll(Map.of("closeTold[0].closeToldHow", "phone", "closeTold[0].closeToldDate", today().toString()));
        } else if (form.equals("decide-visibility")) {
            // Not every pupil of the story has guardians to choose from.
            said.keySet().removeIf(name -> name.startsWith("otherGuardians"));
            said.put("visibility", "part");
        } else if (form.equals("conclude")) {
            said.put("toldWhom[0].toldDate", today().toString());
        }
        return said.entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private static List<String> freeText(JsonNode parent, String prefix) {
        List<String> names = new ArrayList<>();
        for (JsonNode field : parent.path("components")) {
            String type = field.path("type").asText();
            boolean checked = field.path("validate").has("validationType");
            if ((type.equals("textfield") || type.equals("textarea"))
                    && !checked
                    && !field.path("properties").path("widget").asText().equals("file")) {
                names.add(prefix + field.path("key").asText());
            }
            names.addAll(freeText(
                    field, type.equals("dynamiclist") ? field.path("path").asText() + "[0]." : prefix));
        }
        return names;
    }

    // --- where it is looked for

    private void theEngineKnowsNothing() {
        List<String> tables = tables("public");
        assertThat(tables).contains("act_ge_bytearray", "act_hi_varinst", "act_ru_task", "act_hi_comment", "act_hi_job_log");
        assertThat(withText(tables, "public", word)).isEmpty();
        assertThat(withText(tables, "public", name)).isEmpty();
    }

    private void theEngineKeepsOnlyFacts() {
        Set<String> allowed = Stream.of(Fact.values()).map(Fact::variable).collect(Collectors.toCollection(TreeSet::new));
        allowed.addAll(ENGINE_COUNTERS);
        for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("select distinct name_ from " + table + " where name_ is not null")
                            .query(String.class)
                            .list())
                    .as(table)
                    .isSubsetOf(allowed);
            assertThat(jdbc.sql("select coalesce(max(length(text_)), 0) from " + table).query(Integer.class).single())
                    .as("no routing value is as long as a sentence: %s", table)
                    .isLessThanOrEqualTo(64);
        }
    }

    private void ourOwnTablesShowNothing() {
        assertThat(withText(tables("omtanke"), "omtanke", word)).isEmpty();
        assertThat(withText(tables("omtanke"), "omtanke", name)).containsExactly("person");
    }

    private void saysNothing(List<String> mails) {
        assertThat(mails).hasSizeGreaterThan(10).allSatisfy(message -> {
            assertThat(message).doesNotContainIgnoringCase(word).doesNotContainIgnoringCase(name);
        });
    }

    private void theLogSaysNothing() {
        assertThat(log.list).isNotEmpty().allSatisfy(line -> {
            String text = line.getFormattedMessage()
                    + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()))
                    + line.getMDCPropertyMap();
            assertThat(text).doesNotContainIgnoringCase(word).doesNotContainIgnoringCase(name);
        });
    }

    private List<String> tables(String schema) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'")
                .param(schema)
                .query(String.class)
                .list();
    }

    /** The tables with a row that shows the text in whatever column: texts as they are, bytes as hex. */
    private List<String> withText(List<String> tables, String schema, String text) {
        List<String> found = new ArrayList<>();
        HexFormat hex = HexFormat.of();
        for (String table : tables) {
            int rows = jdbc.sql("select count(*) from " + schema + "." + table
                            + " t where t::text ilike :text or t::text like :bytes or t::text like :wide")
                    .params(Map.of(
                            "text", "%" + text + "%",
                            "bytes", "%" + hex.formatHex(text.getBytes(StandardCharsets.UTF_8)) + "%",
                            "wide", "%" + hex.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + "%"))
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
