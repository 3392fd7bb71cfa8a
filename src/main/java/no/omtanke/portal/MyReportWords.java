package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.Entry;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.FamilyStep;
import no.omtanke.concern.MyReport;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.involvement.ConsentDoor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** "My report" in words. */
@Component
class MyReportWords {

    /** Of an answer's form only these are written to the family; the rest is the owner's own note. */
    private static final Set<String> TO_THE_FAMILY = Set.of("answer");

    private final FormCatalog catalog;
    private final FormTexts forms;
    private final Reading reading;
    private final PromiseWords promise;
    private final LiftWords lift;
    private final When when;
    private final MessageSource texts;
    private final FamilyDoor families;
    private final ConsentDoor consents;

    MyReportWords(
            FormCatalog catalog,
            FormTexts forms,
            Reading reading,
            PromiseWords promise,
            LiftWords lift,
            When when,
            MessageSource texts,
            FamilyDoor families,
            ConsentDoor consents) {
        this.families = families;
        this.consents = consents;
        this.catalog = catalog;
        this.forms = forms;
        this.reading = reading;
        this.promise = promise;
        this.lift = lift;
        this.when = when;
        this.texts = texts;
    }

    /** @param proven whether what others wrote may be shown, too */
    void add(Model model, MyReport report, boolean proven, Locale locale) {
        promise.add(model, report.file(), true, locale);
        lift.add(model, report.file(), locale);
        List<Entry> answers = report.answers().stream().filter(MyReportWords::answers).toList();
        boolean called = report.steps().stream()
                .anyMatch(s -> s.number() > 2 && s.state() != FamilyStep.State.LATER);
        model.addAttribute("notHeard", Adding.NOT_HEARD.path());
        model.addAttribute("closed", !report.file().open());
        model.addAttribute("promised", report.file().open() && !called);
        // Somebody who is worried about another's child is not told how that child's case goes.
        boolean thirdParty = report.file().entrance().equals("third-party");
        model.addAttribute(
                "steps",
                report.steps().stream()
                        .filter(s -> !thirdParty || s.number() == 1)
                        .map(s -> step(s, report.file().entrance(), locale))
                        .toList());
        model.addAttribute(
                "written",
                report.written().stream().map(e -> message(e, locale)).toList());
        List<ConsentDoor.Line> helps = report.family() ? helps(report.file().id()) : List.of();
        model.addAttribute("helps", proven ? helps : List.of());
        model.addAttribute("helpsWait", !proven && !helps.isEmpty());
        model.addAttribute("answerWaits", !proven && !answers.isEmpty());
        model.addAttribute("family", report.family());
        model.addAttribute(
                "answers",
                answers.stream()
                        .filter(e -> proven)
                        .map(e -> new Message(
                                texts.getMessage("my.answer", null, locale),
                                when.dayAndHour(e.writtenAt(), locale),
                                rows(e, locale).stream()
                                        .filter(r -> TO_THE_FAMILY.contains(r.key()))
                                        .map(MyReportWords::row)
                                        .toList()))
                        .toList());
    }

    // Whom the school asked about their own child, as on the plan's page.
    private List<ConsentDoor.Line> helps(UUID caseId) {
        FamilyDoor.OwnChildren own = families.children(caseId);
        long reporter = own.reporter() == null ? 0 : own.reporter();
        return own.pupils().stream().flatMap(pupil -> consents.of(caseId, pupil, reporter).stream()).toList();
    }

    // Somebody who answered by telephone wrote nothing that is shown here.
    private static boolean answers(Entry entry) {
        return TO_THE_FAMILY.stream().anyMatch(key -> !Answers.fromJson(entry.json()).text(key).isEmpty());
    }

    private StepView step(FamilyStep step, String entrance, Locale locale) {
        String key = "my.step." + step.number() + (entrance.equals("pupil") ? ".pupil" : "");
        String state =
                switch (step.state()) {
                    case DONE -> "done";
                    case NOW -> "now";
                    case LATER -> "coming";
                    case NOT_NEEDED -> "skipped";
                };
        String day = step.at() == null ? null : when.day(step.at(), locale);
        return new StepView(texts.getMessage(key, null, locale), state, day, null);
    }

    private Message message(Entry entry, Locale locale) {
        return new Message(
                forms.title(entry.formId(), locale, ""),
                when.dayAndHour(entry.writtenAt(), locale),
                rows(entry, locale).stream().map(MyReportWords::row).toList());
    }

    private List<ReadAnswer> rows(Entry entry, Locale locale) {
        return reading.read(catalog.form(entry.formId()), Answers.fromJson(entry.json()), locale);
    }

    private static AnswerRow row(ReadAnswer answer) {
        return new AnswerRow(answer.label(), String.join("\n", answer.values()), null);
    }
}
