package no.omtanke.demo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The mailbox of everybody in the demo. */
@Controller
@Profile("demo")
class DevMailPage {

    private static final int NEWEST = 200;

    private final DemoMailbox mailbox;

    DevMailPage(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** A mail with its text cut where links begin and end, so that the page can make them clickable. */
    record Shown(DemoMailbox.Mail mail, List<Piece> pieces) {}

    /** @param link the address when the piece is a link, else null */
    record Piece(String text, String link) {}

    /** The mail as scripts read it. */
    record Plain(String to, String subject, String text, List<String> links) {}

    @GetMapping("/dev/mail")
    String show(@RequestParam(defaultValue = "") String to, Model page) {
        page.addAttribute(
                "mails",
                mailbox.mails(NEWEST).stream()
                        .filter(m -> m.to().toLowerCase().contains(to.strip().toLowerCase()))
                        .map(DevMailPage::shown)
                        .toList());
        page.addAttribute("to", to);
        page.addAttribute("on", mailbox.isOn());
        return "demo/mail";
    }

    @GetMapping("/dev/mail.json")
    @ResponseBody
    List<Plain> json() {
        return mailbox.mails(NEWEST).stream()
                .map(m -> new Plain(m.to(), m.subject(), m.text(), m.links()))
                .toList();
    }

    @PostMapping("/dev/mail")
    String switchTo(@RequestParam boolean on) {
        mailbox.switchTo(on);
        return "redirect:/dev/mail";
    }

    private static Shown shown(DemoMailbox.Mail mail) {
        List<Piece> pieces = new ArrayList<>();
        String rest = mail.text();
        for (String link : mail.links()) {
            int at = rest.indexOf(link);
            pieces.add(new Piece(rest.substring(0, at), null));
            // Whatever address the mail was written for, the link leads to this program.
            pieces.add(new Piece(link, link.replaceFirst("^https?://[^/]+", "")));
            rest = rest.substring(at + link.length());
        }
        pieces.add(new Piece(rest, null));
        return new Shown(mail, pieces);
    }
}
