package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.form.Check;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.organization.School;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An employee reports, or registers what a family said. */
@Controller
class StaffReportController {

    private final StaffReport report;
    private final Workplaces workplaces;
    private final Desk desk;
    private final Forms forms;
    private final FormTexts texts;
    private final Dates dates;

    StaffReportController(
            StaffReport report, Workplaces workplaces, Desk desk, Forms forms, FormTexts texts, Dates dates) {
        this.report = report;
        this.workplaces = workplaces;
        this.desk = desk;
        this.forms = forms;
        this.texts = texts;
        this.dates = dates;
    }

    @GetMapping("/reports/new")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            Locale locale,
            Model page) {
        List<School> schools = workplaces.orAllOfTheOwners(reader);
        Sheet sheet = desk.resume(reader, StaffReport.PURPOSE);
        School chosen = Workplaces.chosen(schools, school != null ? school : sheet.typed().text("school"));
        if (chosen == null) {
            page.addAttribute("schools", schools);
            page.addAttribute("path", "/reports/new");
            page.addAttribute("title", texts.title(StaffReport.PURPOSE, locale, ""));
            return "worklist/choose-school";
        }
        String kept = sheet.typed().text("key");
        return show(chosen, sheet, kept.isEmpty() ? UUID.randomUUID().toString() : kept, Problems.none(), page, locale);
    }

    @PostMapping("/reports/new")
    String receive(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "send") String action,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        School chosen = chosen(reader, school);
        String formKey = key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
        Sheet sheet = received(reader, chosen, formKey, request, locale);
        Problems problems = sheet.problems();
        if (action.equals("save") && problems.isEmpty()) {
            flash.addFlashAttribute("note", "saved");
            return "redirect:/reports/new?school=" + chosen.id();
        }
        if (action.equals("send") && problems.isEmpty()) {
            Check check = forms.check(report.form(), null, sheet.typed(), report.context(chosen.id(), locale));
            if (check instanceof Check.Valid valid) {
                var files = desk.files(reader, StaffReport.PURPOSE, report.form(), sheet.typed());
                report.take(reader, chosen.id(), formKey, valid.answers(), files, locale);
                desk.clear(reader, StaffReport.PURPOSE);
                return "redirect:/reports/sent?key=" + formKey;
            }
            problems = ((Check.Invalid) check).problems();
        }
        Sheet edited = new Sheet(forms.edit(report.form(), sheet.typed(), action), null, problems);
        desk.keep(reader, StaffReport.PURPOSE, edited.typed());
        response.setStatus(problems.isEmpty() ? 200 : 422);
        return show(chosen, edited, formKey, problems, page, locale);
    }

    @PostMapping(value = "/reports/new", headers = "X-Autosave=true")
    ResponseEntity<Void> autosave(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            Locale locale) {
        received(reader, chosen(reader, school), key, request, locale);
        return ResponseEntity.noContent().build();
    }

    private School chosen(Reader reader, String asked) {
        School chosen = Workplaces.chosen(workplaces.orAllOfTheOwners(reader), asked);
        if (chosen == null) {
            throw TaskDoor.notFound();
        }
        return chosen;
    }

    private Sheet received(Reader reader, School school, String key, HttpServletRequest request, Locale locale) {
        Sheet sheet = desk.receive(reader, StaffReport.PURPOSE, report.form(), request, locale);
        Sheet kept = new Sheet(
                sheet.typed().with("key", key).with("school", String.valueOf(school.id())), null, sheet.problems());
        desk.keep(reader, StaffReport.PURPOSE, kept.typed());
        return kept;
    }

    private String show(School school, Sheet sheet, String key, Problems problems, Model page, Locale locale) {
        page.addAttribute(
                "view",
                forms.viewWithProblems(
                        report.form(), null, sheet.typed(), report.context(school.id(), locale), problems));
        page.addAttribute("formAction", "/reports/new");
        page.addAttribute("school", school);
        page.addAttribute("key", key);
        page.addAttribute("savedAt", sheet.savedAt() == null ? null : dates.moment(sheet.savedAt(), locale));
        page.addAttribute("title", texts.title(StaffReport.PURPOSE, locale, ""));
        page.addAttribute("duty", texts.duty(StaffReport.PURPOSE, locale).orElse(""));
        page.addAttribute("after", texts.after(StaffReport.PURPOSE, locale).orElse(""));
        return "worklist/report";
    }
}
