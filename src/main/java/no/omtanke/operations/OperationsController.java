package no.omtanke.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.Assignments;
import no.omtanke.process.EngineRoom;
import no.omtanke.process.Unattended;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's page. */
@Controller
class OperationsController {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsController.class);

    /** There should be none; where there are very many, their numbers help nobody. */
    private static final int MOST_SHOWN = 50;

    private final EngineRoom engine;
    private final DatabaseVersions database;
    private final Directory directory;
    private final Assignments assignments;
    private final Unattended unattended;
    private final MessageSource messages;
    private final Clock clock;

    OperationsController(
            EngineRoom engine,
            DatabaseVersions database,
            Directory directory,
            Assignments assignments,
            Unattended unattended,
            MessageSource messages,
            Clock clock) {
        this.engine = engine;
        this.database = database;
        this.directory = directory;
        this.assignments = assignments;
        this.unattended = unattended;
        this.messages = messages;
        this.clock = clock;
    }

    /** A failed step in words. */
    record Failed(String id, String model, String step, String caseId, int attemptsLeft, String next, String cause) {}

    @GetMapping("/operations")
    String page(Locale locale, Model model) {
        model.addAttribute("failed", engine.failedJobs().stream().map(job -> failed(job, locale)).toList());
        model.addAttribute("waiting", engine.waiting());
        model.addAttribute("unsent", engine.unsentMails());
        model.addAttribute("withoutLeader", withoutLeader());
        Unattended.Count left = unattended.count();
        model.addAttribute("unattended", left);
        model.addAttribute("shown", left.references().stream().limit(MOST_SHOWN).toList());
        model.addAttribute("more", Math.max(0, left.references().size() - MOST_SHOWN));
        model.addAttribute("engineVersion", engine.version());
        model.addAttribute("databaseVersion", database.server());
        model.addAttribute("schemaVersion", database.schema());
        return "operations/page";
    }

    @PostMapping("/operations/jobs/{id}/retry")
    String retry(@AuthenticationPrincipal Reader reader, @PathVariable String id, RedirectAttributes next) {
        boolean tried = engine.retry(id);
        LOG.info("Operator {} asked to try a failed step again: {}", reader.personId(), tried ? "done" : "it was gone");
        next.addFlashAttribute("said", tried ? "operations.retried" : "operations.gone");
        return "redirect:/operations";
    }

    private List<School> withoutLeader() {
        return directory.schools().stream()
                .filter(school -> !assignments.hasLeader(school.id()))
                .toList();
    }

    private Failed failed(EngineRoom.FailedJob job, Locale locale) {
        return new Failed(
                job.id(),
                job.processKey(),
                job.activityId(),
                job.caseId(),
                job.attemptsLeft(),
                job.next() == null ? null : time(job.next(), locale),
                job.cause());
    }

    private String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("operations.time", null, locale), locale)
                .format(at.atZone(clock.getZone()));
    }
}
