package no.omtanke.concern;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.Entry;
import no.omtanke.correspondence.Mailer;
import no.omtanke.organization.Person;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.FamilyPages;
import no.omtanke.process.Raising;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to staff and to the family while a case runs; each is an asynchronous step of a model. Public because models call it by
 * name. No mail says whom or what a case is about: it says that a task waits, and where.
 */
@Component("notices")
@CallableFromModel
@Transactional
public class Notices {

    private static final Locale BOKMAAL = Locale.forLanguageTag("nb");
    private static final String OF_A_BODY = "-of-body";
    private static final Set<String> OF_THE_FAMILY = Set.of("open", "link", "pupil");

    private final CaseFiles cases;
    private final Assignments assignments;
    private final Raising raising;
    private final Recipients recipients;
    private final ReporterLink reporterLink;
    private final Mailer mailer;
    private final CaseProcesses processes;
    private final CaseLinks links;
    private final FamilyPages pages;

    Notices(
            CaseFiles cases,
            Assignments assignments,
            Raising raising,
            Recipients recipients,
            ReporterLink reporterLink,
            Mailer mailer,
            CaseProcesses processes,
            CaseLinks links,
            FamilyPages pages) {
        this.pages = pages;
        this.links = links;
        this.cases = cases;
        this.assignments = assignments;
        this.raising = raising;
        this.recipients = recipients;
        this.reporterLink = reporterLink;
        this.mailer = mailer;
        this.processes = processes;
    }

    /** A report waits to be read. */
    public void reportWaiting(String caseId) {
        toGroup(caseId, assignments.leadership(caseId), "report-waiting", "/tasks");
    }

    /** The owner was told of a case. */
    public void ownerTold(String caseId) {
        toGroup(caseId, assignments.owner(caseId), "owner-told", "/cases/" + reference(caseId));
        cases.event(UUID.fromString(caseId), "owner-told", null, Map.of());
    }

    /** A deadline is near. */
    public void remind(String caseId, String duty, String pupil) {
        for (TaskRow task : raising.open(UUID.fromString(caseId), duty, pupil)) {
            for (String audience : holderOrGroup(task)) {
                toGroup(caseId, audience, "reminder", "/tasks/" + task.taskId());
            }
            cases.event(UUID.fromString(caseId), "reminded", null, Map.of("task", duty));
        }
    }

    /** A deadline was missed: the level may take the task from now on and is told. */
    public void missed(String caseId, String duty, String pupil, String level) {
        if (level.equals("body-leader")) {
            missedByBody(caseId, duty, pupil);
            return;
        }
        String audience =
                switch (level) {
                    case "owner" -> assignments.owner(caseId);
                    case "leadership", "deputy" -> assignments.leadership(caseId);
                    case "operator" -> "operator";
                    case "lane" -> assignments.laneDeputy(caseId);
                    default -> null;
                };
        // A rung of the ladder: the next one takes over by itself, and its task says so.
        if (level.equals("rung")) {
            return;
        }
        if (audience == null) {
            remind(caseId, duty, pupil);
            return;
        }
        for (TaskRow task : raising.raise(UUID.fromString(caseId), duty, pupil, audience)) {
            later(caseId, audience, "missed", task.taskId());
        }
    }

    // Whoever leads the body, which is no level of the school: its own task is theirs too from now on.
    private void missedByBody(String caseId, String duty, String about) {
        for (TaskRow task : raising.open(UUID.fromString(caseId), duty, about)) {
            String leader = raising.audiences(task.taskId()).stream()
                    .filter(audience -> audience.startsWith("body:"))
                    .map(body -> assignments.bodyLeader(body.substring("body:".length())))
                    .findFirst()
                    .orElseThrow();
            raising.raiseInBody(task, leader);
            later(caseId, leader, "missed", task.taskId());
        }
    }

    /** Mails one notice. @param task the task's id, or empty for the task list */
    public void tell(String caseId, String audience, String kind, String task) {
        toGroup(caseId, audience, kind, task.isEmpty() ? "/tasks" : "/tasks/" + task);
    }

    // What was decided stands even when no mail server is there; the mail is a step of its own.
    private void later(String caseId, String audience, String kind, String task) {
        processes.start(
                "send-notice",
                UUID.fromString(caseId),
                cases.file(UUID.fromString(caseId)).orElseThrow().schoolId(),
                Facts.none()
                        .with(Fact.NOTICE_KIND, kind)
                        .with(Fact.AUDIENCE, audience)
                        .with(Fact.WATCHED, task));
    }

    /** The reporter is told that the case is closed, with a link to read how; so is the reporter of each case that went on in it. */
    public void caseClosed(String caseId) {
        toReporter(caseId, "case-closed");
        links.joinedInto(UUID.fromString(caseId)).forEach(joined -> toReporter(joined.toString(), "case-closed"));
    }

    /** Whoever said that they are not heard is told that somebody answered; the reporter when nobody did. */
    public void answerReady(String caseId) {
        List<Entry> said = notHeard(UUID.fromString(caseId));
        if (said.isEmpty() || said.stream().anyMatch(e -> e.authorId() == null)) {
            toReporter(caseId, "answer-ready");
        }
        toPages(caseId, said, "answer-ready");
    }

    /** The family is told how to go on when the owner was not enough: a right of pupils and guardians, nobody else's [law § 12-6]. */
    public void furtherWay(String caseId) {
        if (OF_THE_FAMILY.contains(cases.file(UUID.fromString(caseId)).orElseThrow().entrance())) {
            toReporter(caseId, "further-way");
        }
        toPages(caseId, notHeard(UUID.fromString(caseId)), "further-way");
    }

    // Who said so since the case was lifted, and not in another case that was joined with it.
    private List<Entry> notHeard(UUID caseId) {
        Instant since = cases.lastEvent(caseId, "lift-settled").orElse(Instant.MIN);
        return cases.entries(caseId, "not-heard").stream()
                .filter(e -> e.copiedFrom() == null && e.writtenAt().isAfter(since))
                .toList();
    }

    private void toPages(String caseId, List<Entry> said, String template) {
        said.stream()
                .map(Entry::authorId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> pages.mail(UUID.fromString(caseId), person, template));
    }

    private void toReporter(String caseId, String template) {
        UUID id = UUID.fromString(caseId);
        recipients.reporter(id).ifPresent(address -> reporterLink.mail(id, address, template, template));
    }

    private List<String> holderOrGroup(TaskRow task) {
        return task.assignee() != null ? List.of("person:" + task.assignee()) : raising.audiences(task.taskId());
    }

    private void toGroup(String caseId, String audience, String template, String path) {
        UUID id = UUID.fromString(caseId);
        String number = "-" + caseId + "-" + cases.moment(id) + "-" + path.hashCode() + "-";
        // A body without an account is written to where it is; what opens its task is in the mail it already has.
        recipients.bodyByMail(audience).ifPresent(address ->
                mailer.send(template + number + audience, address, BOKMAAL, template + OF_A_BODY, mailer.address("/")));
        for (Person person : recipients.of(id, audience)) {
            mailer.send(
                    template + number + person.id(),
                    person.email(),
                    Locale.forLanguageTag(person.language()),
                    template,
                    mailer.address(path));
        }
    }

    private String reference(String caseId) {
        return cases.file(UUID.fromString(caseId)).orElseThrow().reference();
    }
}
