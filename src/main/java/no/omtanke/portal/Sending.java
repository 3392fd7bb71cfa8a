package no.omtanke.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a draft into a case, or into as many as it is about, once. The case, the end of the draft and the way to the confirmation stand together. */
@Service
@Transactional
class Sending {

    /** What the browser's latest report became. */
    static final String SENT = "sent";

    private static final Duration CONFIRMATION = Duration.ofHours(24);
    private static final String WAIT_UNTIL = "_wait";

    private final VisitorDrafts drafts;
    private final HeldFiles files;
    private final FormCatalog catalog;
    private final Forms forms;
    private final Reports reports;
    private final List<FamilyForm> families;
    private final HealthContacts contacts;
    private final Pacing pacing;
    private final Clock clock;

    Sending(
            VisitorDrafts drafts,
            HeldFiles files,
            FormCatalog catalog,
            Forms forms,
            Reports reports,
            List<FamilyForm> families,
            HealthContacts contacts,
            Pacing pacing,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.catalog = catalog;
        this.forms = forms;
        this.reports = reports;
        this.families = families;
        this.contacts = contacts;
        this.pacing = pacing;
        this.clock = clock;
    }

    /** What pressing «Send» led to. */
    sealed interface Outcome {
        /** The report is taken, now or by an earlier press. */
        record Taken() implements Outcome {}

        /** Something is still to be answered. */
        record Unfinished() implements Outcome {}

        /** The report is kept, and can be sent in so many seconds. */
        record Wait(long seconds) implements Outcome {}

        /** There is nothing to send: the draft was deleted, or is older than it is kept. */
        record Nothing() implements Outcome {}

        /** The school has nobody who would read it. */
        record Nobody() implements Outcome {}
    }

    /** @param trapFilled whether the field that no person sees was filled in */
    public Outcome send(Visitor visitor, ReportDoor door, Locale locale, String address, boolean trapFilled) {
        drafts.lock(visitor, door.purpose());
        Optional<Typed> draft = drafts.load(visitor, door.purpose());
        if (draft.isEmpty()) {
            boolean sent = drafts.load(visitor, SENT)
                    .filter(t -> t.text("_door").equals(door.purpose()))
                    .isPresent();
            return sent ? new Outcome.Taken() : new Outcome.Nothing();
        }
        Typed typed = draft.get();
        FormDefinition form = catalog.form(door.formId());
        FormContext context = door.context(locale);
        if (!(forms.check(form, null, typed, context) instanceof Check.Valid valid)) {
            return new Outcome.Unfinished();
        }
        if (door == ReportDoor.HEALTH && !contacts.isThere(school(valid.answers()))) {
            return new Outcome.Nobody();
        }
        long seconds = secondsToWait(visitor, door, typed, address, trapFilled);
        if (seconds > 0) {
            return new Outcome.Wait(seconds);
        }
        take(visitor, door, typed, form, valid.answers(), context);
        return new Outcome.Taken();
    }

    private static int school(Answers answers) {
        return Integer.parseInt(answers.text("school"));
    }

    private long secondsToWait(Visitor visitor, ReportDoor door, Typed typed, String address, boolean trapFilled) {
        Instant now = clock.instant();
        if (!typed.text(WAIT_UNTIL).isEmpty()) {
            Duration left = Duration.between(now, Instant.parse(typed.text(WAIT_UNTIL)));
            return left.isNegative() ? 0 : left.plusMillis(999).toSeconds();
        }
        if (!pacing.mustWait(address, trapFilled, Instant.parse(typed.text(VisitorDrafts.STARTED)), now)) {
            return 0;
        }
        Instant until = now.plus(pacing.pause());
        drafts.change(visitor, door.purpose(), t -> t.with(WAIT_UNTIL, until.toString()));
        return pacing.pause().toSeconds();
    }

    private void take(
            Visitor visitor, ReportDoor door, Typed typed, FormDefinition form, Answers answers, FormContext context) {
        List<String> attached =
                form.files().stream().flatMap(f -> typed.values(f).stream()).toList();
        UUID key = VisitorDrafts.key(typed);
        UUID source = UUID.nameUUIDFromBytes((visitor.owner() + form.id() + key).getBytes(StandardCharsets.UTF_8));
        List<FileContent> contents = files.read(VisitorDrafts.holder(key), attached);
        String language = context.locale().getLanguage();
        if (door.applicant() != null) {
            applied(visitor, door, form, answers, context, contents, source);
            return;
        }
        CaseFile file = door == ReportDoor.HEALTH
                ? contacts.take(school(answers), answers, contents, language, source)
                : reports.take(new Reports.Incoming(
                        door.entrance(),
                        school(answers),
                        language,
                        answers,
                        forms.effects(form, answers, context),
                        contents,
                        source,
                        door.invitation(),
                        null));
        boolean reachable = !answers.text("phone").isEmpty() || !answers.text("email").isEmpty();
        drafts.remember(
                visitor,
                SENT,
                Typed.empty()
                        .with("_case", file.id().toString())
                        .with("_door", door.purpose())
                        .with("_email", answers.text("email"))
                        .with("_reachable", String.valueOf(reachable)),
                CONFIRMATION);
        drafts.delete(visitor, door.purpose());
    }

    private void applied(
            Visitor visitor,
            ReportDoor door,
            FormDefinition form,
            Answers answers,
            FormContext context,
            List<FileContent> contents,
            UUID source) {
        List<CaseFile> files = families.stream()
                .filter(f -> f.formId().equals(form.id()))
                .findFirst()
                .orElseThrow()
                .take(new FamilyForm.Sent(
                        door.applicant().person(),
                        answers,
                        forms.effects(form, answers, context),
                        contents,
                        context.locale().getLanguage(),
                        source));
        drafts.remember(
                visitor,
                SENT,
                Typed.empty()
                        .with("_cases", files.stream().map(f -> f.id().toString()).toArray(String[]::new))
                        .with("_door", door.purpose())
                        .with("_what", door.applicant().what()),
                CONFIRMATION);
        drafts.delete(visitor, door.purpose());
    }
}
