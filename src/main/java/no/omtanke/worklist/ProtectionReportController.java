package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Reading;
import no.omtanke.form.Typed;
import no.omtanke.organization.School;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Any employee writes a report to child protection. The page is the same for everybody, so that visiting it tells nothing. */
@Controller
class ProtectionReportController {

    private static final String PATH = "/reports/child-protection";
    private static final String VIEW = "worklist/protection";

    /** The case that the employee came from; kept in the sealed draft and nowhere else. */
    private static final String FROM = "from";

    private final ProtectionReport report;
    private final Workplaces workplaces;
    private final Desk desk;
    private final Forms forms;
    private final FormTexts texts;
    private final Reading reading;
    private final Dates dates;

    ProtectionReportController(
            ProtectionReport report,
            Workplaces workplaces,
            Desk desk,
            Forms forms,
            FormTexts texts,
            Reading reading,
            Dates dates) {
        this.report = report;
        this.workplaces = workplaces;
        this.desk = desk;
        this.forms = forms;
        this.texts = texts;
        this.reading = reading;
        this.dates = dates;
    }

    /** From a case's page: by a POST, so that no address ties the report to the case. */
    @PostMapping(PATH + "/begin")
    String begin(@AuthenticationPrincipal Reader reader, @RequestParam(name = "case", defaultValue = "") String from) {
        if (from.matches("[A-Z0-9-]{1,20}")) {
            desk.keep(reader, ProtectionReport.PURPOSE, desk.resume(reader, ProtectionReport.PURPOSE).typed().with(FROM, from));
        }
        return "redirect:" + PATH;
    }

    @GetMapping({PATH, PATH + "/begin"})
    String ask(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            Locale locale,
            Model page) {
        List<School> schools = workplaces.orAllOfTheOwners(reader);
        Sheet sheet = desk.resume(reader, ProtectionReport.PURPOSE);
        School chosen = Workplaces.chosen(schools, school != null ? school : sheet.typed().text("school"));
        if (chosen == null) {
            page.addAttribute("schools", schools);
            page.addAttribute("path", PATH);
            page.addAttribute("title", texts.title(ProtectionReport.PURPOSE, locale, ""));
            return "worklist/choose-school";
        }
        return show(reader, chosen, sheet, key(sheet.typed().text("key")), Problems.none(), page, locale);
    }

    @PostMapping(PATH)
    String receive(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "check") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        School chosen = chosen(reader, school);
        if (action.equals("discard")) {
            desk.clear(reader, ProtectionReport.PURPOSE);
            return "redirect:/tasks";
        }
        boolean read = action.equals("send") || action.equals("change");
        String formKey = key(key);
        Sheet sheet = read ? desk.resume(reader, ProtectionReport.PURPOSE) : received(reader, chosen, formKey, request, locale);
        if (action.equals("save")) {
            flash.addFlashAttribute("note", "saved");
            return "redirect:" + PATH + "?school=" + chosen.id();
        }
        Check check = report.check(reader, sheet.typed(), chosen.id(), locale);
        if (action.equals("change") || check instanceof Check.Invalid) {
            Problems problems = check instanceof Check.Invalid invalid && !action.equals("change") ? invalid.problems() : Problems.none();
            response.setStatus(problems.isEmpty() ? 200 : 422);
            return show(reader, chosen, sheet, formKey, problems, page, locale);
        }
        Answers answers = ((Check.Valid) check).answers();
        if (action.equals("send")) {
            CaseFile file = report.take(reader, chosen.id(), formKey, answers, locale);
            desk.clear(reader, ProtectionReport.PURPOSE);
            return "redirect:/cases/" + file.reference();
        }
        head(chosen, formKey, page, locale);
        page.addAttribute("answers", reading.read(report.form(), answers, locale));
        return VIEW;
    }

    @PostMapping(value = PATH, headers = "X-Autosave=true")
    ResponseEntity<Void> autosave(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale locale) {
        received(reader, chosen(reader, school), key(key), request, locale);
        return ResponseEntity.noContent().build();
    }

    private School chosen(Reader reader, String asked) {
        School chosen = Workplaces.chosen(workplaces.orAllOfTheOwners(reader), asked);
        if (chosen == null) {
            throw TaskDoor.notFound();
        }
        return chosen;
    }

    private static String key(String key) {
        return key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
    }

    private Sheet received(Reader reader, School school, String key, HttpServletRequest request, Locale locale) {
        Sheet sheet = desk.receive(reader, ProtectionReport.PURPOSE, report.form(), request, locale);
        Typed typed = sheet.typed().with("key", key).with("school", String.valueOf(school.id()));
        desk.keep(reader, ProtectionReport.PURPOSE, typed);
        return new Sheet(typed, null, sheet.problems());
    }

    private String show(
            Reader reader, School school, Sheet sheet, String key, Problems problems, Model page, Locale locale) {
        head(school, key, page, locale);
        String from = sheet.typed().text(FROM);
        page.addAttribute("from", from);
        page.addAttribute("running", report.running(reader, from, locale));
        page.addAttribute(
                "view",
                forms.viewWithProblems(report.form(), null, sheet.typed(), report.context(school.id(), locale), problems));
        page.addAttribute("savedAt", sheet.savedAt() == null ? null : dates.moment(sheet.savedAt(), locale));
        return VIEW;
    }

    private void head(School school, String key, Model page, Locale locale) {
        page.addAttribute("formAction", PATH);
        page.addAttribute("school", school);
        page.addAttribute("key", key);
        page.addAttribute("title", texts.title(ProtectionReport.PURPOSE, locale, ""));
        page.addAttribute("duty", texts.duty(ProtectionReport.PURPOSE, locale).orElse(""));
        page.addAttribute("after", texts.after(ProtectionReport.PURPOSE, locale).orElse(""));
    }
}
