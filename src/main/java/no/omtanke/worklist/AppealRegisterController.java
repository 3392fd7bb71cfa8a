package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.decision.Appeals;
import no.omtanke.decision.StaffAppeals;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Registrer en klage»: it came on paper, by phone or in a conversation, and is written down for the party. */
@Controller
class AppealRegisterController {

    private final StaffAppeals appeals;
    private final Desk desk;
    private final Forms forms;
    private final FormCatalog catalog;
    private final FormTexts texts;
    private final Dates dates;

    AppealRegisterController(
            StaffAppeals appeals, Desk desk, Forms forms, FormCatalog catalog, FormTexts texts, Dates dates) {
        this.appeals = appeals;
        this.desk = desk;
        this.forms = forms;
        this.catalog = catalog;
        this.texts = texts;
        this.dates = dates;
    }

    /** A party to choose. */
    record Line(UUID id, String name, String number, String lastDay) {}

    @GetMapping("/cases/{reference}/appeal")
    String begin(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = open(reader, reference);
        return show(open, desk.resume(reader, purpose(open)), "", Problems.none(), false, page, locale);
    }

    @PostMapping("/cases/{reference}/appeal")
    String register(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String party,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        String purpose = purpose(open);
        Sheet posted = desk.receive(reader, purpose, form(), request, locale);
        Sheet sheet = new Sheet(forms.edit(form(), posted.typed(), action), null, posted.problems());
        desk.keep(reader, purpose, sheet.typed());
        if (!action.equals("send") && sheet.problems().isEmpty()) {
            return show(open, sheet, party, Problems.none(), false, page, locale);
        }
        Check check = forms.check(form(), null, sheet.typed(), context(open.file(), locale));
        Problems problems = sheet.problems().isEmpty() && check instanceof Check.Invalid invalid ? invalid.problems() : sheet.problems();
        Optional<UUID> whose = appeals.choices(open).stream()
                .map(StaffAppeals.Choice::party)
                .filter(id -> id.toString().equals(party))
                .findFirst();
        if (!problems.isEmpty() || whose.isEmpty()) {
            response.setStatus(422);
            return show(open, sheet, party, problems, whose.isEmpty(), page, locale);
        }
        List<FileContent> files = desk.files(reader, purpose, form(), sheet.typed());
        Appeals.Came came =
                appeals.register(reader, open, whose.get(), ((Check.Valid) check).answers(), files).orElseThrow(TaskDoor::notFound);
        desk.clear(reader, purpose);
        flash.addFlashAttribute("note", came == Appeals.Came.TAKEN ? "appeal-registered" : "appeal-running");
        return "redirect:/cases/" + open.file().reference();
    }

    private String show(
            OpenCase open, Sheet sheet, String party, Problems problems, boolean nobody, Model page, Locale locale) {
        page.addAttribute("reference", open.file().reference());
        page.addAttribute(
                "parties",
                appeals.choices(open).stream()
                        .map(c -> new Line(
                                c.party(), c.name(), c.number(), c.lastDay() == null ? null : dates.day(c.lastDay(), locale)))
                        .toList());
        page.addAttribute("party", party);
        page.addAttribute("nobody", nobody);
        page.addAttribute("attaches", true);
        page.addAttribute(
                "view", forms.viewWithProblems(form(), null, sheet.typed(), context(open.file(), locale), problems));
        page.addAttribute("formAction", "/cases/" + open.file().reference() + "/appeal");
        page.addAttribute("title", texts.title(StaffAppeals.FORM, locale, ""));
        page.addAttribute("duty", texts.duty(StaffAppeals.FORM, locale).orElse(""));
        page.addAttribute("after", texts.after(StaffAppeals.FORM, locale).orElse(""));
        return "worklist/appeal";
    }

    private OpenCase open(Reader reader, String reference) {
        return appeals.open(reader, reference).orElseThrow(TaskDoor::notFound);
    }

    private FormDefinition form() {
        return catalog.form(StaffAppeals.FORM);
    }

    private static String purpose(OpenCase open) {
        return "appeal:" + open.file().id();
    }

    private static FormContext context(CaseFile file, Locale locale) {
        return new FormContext(locale, file.schoolId(), Map.of(), Map.of());
    }
}
