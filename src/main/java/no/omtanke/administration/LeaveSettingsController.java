package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import no.omtanke.leave.LeaveRules;
import no.omtanke.leave.LeaveSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The municipality's numbers for leave. */
@Controller
@RequestMapping("/administration/leave")
class LeaveSettingsController {

    private final LeaveRules rules;

    LeaveSettingsController(LeaveRules rules) {
        this.rules = rules;
    }

    @GetMapping
    String show(Model page) {
        LeaveSettings now = rules.now();
        return page(
                page,
                String.valueOf(now.capDays()),
                String.valueOf(now.teacherDays()),
                String.valueOf(now.leadDays()),
                now.bothAgree(),
                false);
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String capDays,
            @RequestParam(defaultValue = "") String teacherDays,
            @RequestParam(defaultValue = "") String leadDays,
            @RequestParam(defaultValue = "false") boolean bothAgree,
            HttpServletResponse response,
            Model page) {
        LeaveSettings settings = new LeaveSettings(number(capDays), number(teacherDays), number(leadDays), bothAgree);
        if (!settings.sound()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(page, capDays, teacherDays, leadDays, bothAgree, true);
        }
        rules.set(settings);
        return "redirect:/administration/leave?done";
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : -1;
    }

    private static String page(Model page, String cap, String teacher, String lead, boolean both, boolean wrong) {
        page.addAttribute("capDays", cap);
        page.addAttribute("teacherDays", teacher);
        page.addAttribute("leadDays", lead);
        page.addAttribute("bothAgree", both);
        page.addAttribute("wrong", wrong);
        return "administration/leave";
    }
}
