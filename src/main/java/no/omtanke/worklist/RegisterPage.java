package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.organization.School;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which an employee writes something down about a pupil, whatever it is: kept while it is written, sent once. */
@Component
class RegisterPage {

    private final Workplaces workplaces;
    private final Desk desk;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final Dates dates;
    private final Clock clock;

    RegisterPage(
            Workplaces workplaces,
            Desk desk,
            FormCatalog catalog,
            Forms forms,
            FormTexts texts,
            Dates dates,
            Clock clock) {
        this.workplaces = workplaces;
        this.desk = desk;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.dates = dates;
        this.clock = clock;
    }

    /** What was posted. */
    record Posted(String school, String key, String action, HttpServletRequest request, HttpServletResponse response) {}

    String ask(Register what, Reader reader, String school, Locale locale, Model page) {
        List<School> schools = workplaces.orAllOfTheOwners(reader);
        Sheet sheet = desk.resume(reader, what.purpose());
        School chosen = Workplaces.chosen(schools, school != null ? school : sheet.typed().text("school"));
        if (chosen == null) {
            page.addAttribute("schools", schools);
            page.addAttribute("path", what.path());
            page.addAttribute("title", texts.title(what.purpose(), locale, ""));
            return "worklist/choose-school";
        }
        String kept = sheet.typed().text("key");
        String key = kept.isEmpty() ? UUID.randomUUID().toString() : kept;
        return show(what, chosen, sheet, key, Problems.none(), page, locale);
    }

    String receive(
            Register what, Reader reader, Posted posted, Locale locale, Model page, RedirectAttributes flash) {
        School chosen = chosen(reader, posted.school());
        String key = posted.key().matches("[0-9a-f-]{36}") ? posted.key() : UUID.randomUUID().toString();
        Sheet sheet = received(what, reader, chosen, key, posted.request(), locale);
        Problems problems = sheet.problems();
        if (posted.action().equals("save") && problems.isEmpty()) {
            flash.addFlashAttribute("note", "saved");
            return "redirect:" + what.path() + "?school=" + chosen.id();
        }
        if (posted.action().equals("send") && problems.isEmpty()) {
            FormContext context = context(chosen.id(), locale);
            Check check = forms.check(form(what), null, sheet.typed(), context);
            if (check instanceof Check.Valid valid) {
                var files = desk.files(reader, what.purpose(), form(what), sheet.typed());
                var effects = forms.effects(form(what), valid.answers(), context);
                what.take(reader, chosen.id(), source(what, reader, key), valid.answers(), effects, files, locale);
                desk.clear(reader, what.purpose());
                return "redirect:/reports/sent?key=" + key;
            }
            problems = ((Check.Invalid) check).problems();
        }
        Sheet edited = new Sheet(forms.edit(form(what), sheet.typed(), posted.action()), null, problems);
        desk.keep(reader, what.purpose(), edited.typed());
        posted.response().setStatus(problems.isEmpty() ? 200 : 422);
        return show(what, chosen, edited, key, problems, page, locale);
    }

    void autosave(Register what, Reader reader, String school, String key, HttpServletRequest request, Locale locale) {
        received(what, reader, chosen(reader, school), key, request, locale);
    }

    /** Bound to the reader: nobody reaches another's report by its key. */
    static UUID source(Register what, Reader reader, String key) {
        String name = what.purpose() + " " + reader.personId() + " " + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private FormDefinition form(Register what) {
        return catalog.form(what.purpose());
    }

    private FormContext context(int schoolId, Locale locale) {
        return new FormContext(
                locale,
                schoolId,
                Map.of(),
                Map.of(
                        "now", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString(),
                        "today", LocalDate.now(clock).toString()));
    }

    private School chosen(Reader reader, String asked) {
        School chosen = Workplaces.chosen(workplaces.orAllOfTheOwners(reader), asked);
        if (chosen == null) {
            throw TaskDoor.notFound();
        }
        return chosen;
    }

    private Sheet received(
            Register what, Reader reader, School school, String key, HttpServletRequest request, Locale locale) {
        Sheet sheet = desk.receive(reader, what.purpose(), form(what), request, locale);
        Sheet kept = new Sheet(
                sheet.typed().with("key", key).with("school", String.valueOf(school.id())), null, sheet.problems());
        desk.keep(reader, what.purpose(), kept.typed());
        return kept;
    }

    private String show(
            Register what, School school, Sheet sheet, String key, Problems problems, Model page, Locale locale) {
        page.addAttribute(
                "view",
                forms.viewWithProblems(form(what), null, sheet.typed(), context(school.id(), locale), problems));
        page.addAttribute("formAction", what.path());
        page.addAttribute("what", what.purpose());
        page.addAttribute("school", school);
        page.addAttribute("key", key);
        page.addAttribute("savedAt", sheet.savedAt() == null ? null : dates.moment(sheet.savedAt(), locale));
        page.addAttribute("title", texts.title(what.purpose(), locale, ""));
        page.addAttribute("duty", texts.duty(what.purpose(), locale).orElse(""));
        page.addAttribute("after", texts.after(what.purpose(), locale).orElse(""));
        return "worklist/report";
    }
}
