package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.casefile.Attachment;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.MyReport;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.plan.PlanDocument;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** «Hvem har lest», for the family of one child. */
@Controller
class ReadersController {

    private final MyPlanSession plans;
    private final MyReportSession reports;
    private final FamilyDoor families;
    private final FamilyReadings readings;

    ReadersController(
            MyPlanSession plans, MyReportSession reports, FamilyDoor families, FamilyReadings readings) {
        this.plans = plans;
        this.reports = reports;
        this.families = families;
        this.readings = readings;
    }

    @GetMapping("/min-plan/lest")
    String ofPlan(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        Optional<OwnPlan> own = plans.plan(request);
        if (own.isEmpty()) {
            return plans.closed(request, response, model, false);
        }
        Set<UUID> pupils = own.get().plan().pupil() == null ? Set.of() : Set.of(own.get().plan().pupil());
        model.addAttribute("child", own.get().asPupil() ? null : own.get().plan().pupilName());
        return page(
                model,
                OwnPage.PLAN,
                new FamilyReadings.Family(
                        own.get().open().file(),
                        Part.OWN_PLAN,
                        own.get().person().id(),
                        pupils,
                        own.get().open().parties().stream().filter(p -> p.isPupil()).count() <= 1,
                        own.get().documents().stream().map(PlanDocument::id).collect(Collectors.toSet())),
                locale);
    }

    @GetMapping("/min-melding/lest")
    String ofReport(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        if (reports.open(request).isEmpty()) {
            return MyReportController.over(reports, request, model);
        }
        if (reports.proven(request).isEmpty()) {
            return "redirect:" + OwnPage.REPORT.code();
        }
        MyReport report = reports.proven(request).flatMap(families::read).orElseThrow(ReadersController::notFound);
        // Who is worried about another's child is not told who works with that child; nor an employee's contact.
        if (!report.family()) {
            throw notFound();
        }
        FamilyDoor.OwnChildren children = families.children(report.file().id());
        return page(
                model,
                OwnPage.REPORT,
                new FamilyReadings.Family(
                        report.file(),
                        Part.OWN_REPORT,
                        children.reporter(),
                        children.pupils(),
                        children.alone(),
                        report.attachments().stream().map(Attachment::id).collect(Collectors.toSet())),
                locale);
    }

    private String page(Model model, OwnPage page, FamilyReadings.Family family, Locale locale) {
        model.addAttribute("lines", readings.of(family, locale));
        model.addAttribute("named", page == OwnPage.PLAN || family.self() != null);
        model.addAttribute("home", page.path());
        model.addAttribute("back", page == OwnPage.PLAN ? "myplan.back" : "my.back");
        return "portal/readers";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
