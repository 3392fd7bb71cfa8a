package no.omtanke.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.omtanke.OmtankeTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RedactionTest {

    private static final String TOKEN = "q2Yx0f_rT9hV7nKpLw3Zs8Bd4Gj6Mc1Ea5-UiOyXkQt";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kari.nordmann@hjemme.example", "kåre.ås+skole@solvik.kommune.no", "01010112345", "010101 12345", "40 00 00 00",
                "400 00 000", "40000000", "+47 40 00 00 00", "+4740000000", "0047 40000000", "/l/" + TOKEN, TOKEN, "S26-ABC234",
                "192.0.2.17", "10.0.3.4", "2001:db8:1:2:3:4:5:6", "2001:db8::1", "fe80::", "::1", "2001:db8:0:0::"
            })
    void what_points_to_a_person_or_opens_a_door_is_taken_out(String secret) {
        for (String line : List.of("%s", "mail to %s failed", "<%s>", "(%s)", "[%s]", "from=%s, next", "\"%s\"", "'%s'.", "x\n\tat %s\n")) {
            assertThat(Redaction.of(line.formatted(secret)))
                    .as(line)
                    .doesNotContain(secret)
                    .isEqualTo(line.formatted(Redaction.of(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:34:56 WARN  n.o.o.OperationsController - A failed step is tried again: 7b1f2a4e-40af-11ef-9cc0-0242ac120002",
                "2026-11-25T04:22:39.123+01:00 INFO  no.omtanke - Started in 23.456 seconds (process running for 25.1)",
                "at no.omtanke.casefile.CaseFiles.open(CaseFiles.java:123) ~[classes!/:na]",
                "at org.springframework.aop.framework.ReflectiveMethodInvocation.proceed(ReflectiveMethodInvocation.java:184)",
                "layout :: page(title, content) and ~{fragments/form::field} and select ?::uuid, '2026-11-25'::date",
                "Tomcat 10.1.55, PostgreSQL 17.11, Flyway 11.7.2, schema version 23",
                "act_ru_job 12345678-1234-1234-1234-123456789012, 1764044559123 ms, 110 MB, 12 345 678 bytes",
                "jdk.internal.reflect.GeneratedMethodAccessor1234.invoke(Unknown Source)",
                "the_case_file_of_a_pupil_who_is_never_heard"
            })
    void what_an_operator_needs_stays(String line) {
        assertThat(Redaction.of(line)).isEqualTo(line);
    }

    @Property(tries = 300)
    boolean whatever_stands_around_an_address_it_does_not_come_through(
            @ForAll("words") String before, @ForAll("words") String after) {
        return !Redaction.of(before + " elev.foresatt@hjemme.example " + after).contains("elev.foresatt");
    }

    @Property(tries = 300)
    boolean redacting_twice_changes_nothing(@ForAll("words") String text) {
        return Redaction.of(Redaction.of(text)).equals(Redaction.of(text));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("aæB0123456789 .:@/l-_+<>\n").ofMaxLength(120);
    }

    @Test
    void a_stack_trace_is_redacted_with_the_messages_of_all_its_causes() {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        RedactingLayout layout = new RedactingLayout();
        layout.setContext(loggers);
        layout.setPattern("%d %-5level %logger{20} [%thread] - %msg%n");
        layout.start();
        Throwable failure = new IllegalStateException(
                "no mail to kari@hjemme.example", new IllegalArgumentException("phone 40 00 00 00 at 192.0.2.17"));
        String line = layout.doLayout(new LoggingEvent(
                "x", loggers.getLogger("no.omtanke"), Level.ERROR, "case {} of {}", failure, new Object[] {UUID.randomUUID(), "S26-ABC234"}));
        assertThat(line).contains("no mail to <e-mail>", "phone <phone> at <address>", "of <reference>", "IllegalArgumentException");
    }

    /** What the running program writes by. */
    @OmtankeTest
    @Nested
    class TheProgramsLog {

        @Test
        void has_no_way_out_past_the_redaction() {
            LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
            List<Appender<ILoggingEvent>> ways = new ArrayList<>();
            for (Logger logger : loggers.getLoggerList()) {
                logger.iteratorForAppenders().forEachRemaining(ways::add);
            }
            // Tests listen by appenders of their own, which write nowhere.
            ways.removeIf(way -> way instanceof ch.qos.logback.core.read.ListAppender);
            assertThat(ways).hasSize(1).first().isInstanceOfSatisfying(ConsoleAppender.class, way -> assertThat(
                            ((LayoutWrappingEncoder<?>) way.getEncoder()).getLayout())
                    .isInstanceOf(RedactingLayout.class));
        }
    }
}
