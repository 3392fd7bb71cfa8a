package no.omtanke.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** What the frame around every page shows: who is signed in, whose house this is, where one may go. */
@ControllerAdvice
class PageFrame {

    private final Directory directory;
    private final Clock clock;
    private final MessageSource messages;
    private final boolean demo;

    PageFrame(Directory directory, Clock clock, MessageSource messages, Environment environment) {
        this.directory = directory;
        this.clock = clock;
        this.messages = messages;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute("reader")
    Reader reader() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Reader reader ? reader : null;
    }

    /** Asked for only where a page is shown: most of what is sent is answered with an address. */
    @ModelAttribute("municipality")
    LazyContextVariable<String> municipality() {
        return new LazyContextVariable<>() {
            @Override
            protected String loadValue() {
                try {
                    return directory.municipality().name();
                } catch (RuntimeException unreachable) {
                    // The page that says "something is wrong" must show also when the database is what is wrong.
                    return null;
                }
            }
        };
    }

    @ModelAttribute("nav")
    List<Door> nav(HttpServletRequest request) {
        Reader reader = reader();
        return reader == null ? List.of() : Doors.of(reader, request.getServletPath());
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }

    @ModelAttribute("demoTime")
    String demoTime(Locale locale) {
        if (!demo) {
            return null;
        }
        String pattern = messages.getMessage("layout.demo.time", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(ZonedDateTime.now(clock));
    }
}
