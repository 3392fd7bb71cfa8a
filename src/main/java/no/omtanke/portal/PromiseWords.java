package no.omtanke.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import no.omtanke.casefile.CaseFile;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Promise;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says what the reporter is promised: who makes contact and by when, what the school must do, and where to go if it does not. */
@Component
class PromiseWords {

    private final FamilyDoor families;
    private final Directory directory;
    private final When when;
    private final MessageSource texts;
    private final Clock clock;

    PromiseWords(FamilyDoor families, Directory directory, When when, MessageSource texts, Clock clock) {
        this.families = families;
        this.directory = directory;
        this.when = when;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param reachable whether the reporter said how to be reached */
    void add(Model model, CaseFile file, boolean reachable, Locale locale) {
        Promise promise = families.promise(file);
        School school = directory.school(file.schoolId()).orElseThrow();
        boolean thirdParty = file.entrance().equals("third-party");
        model.addAttribute("reference", file.reference());
        model.addAttribute("entrance", file.entrance());
        model.addAttribute("school", school);
        model.addAttribute("contact", reachable ? contact(promise, school, locale) : null);
        model.addAttribute("statsforvalterFrom", thirdParty ? null : when.day(promise.statsforvalterFrom(), locale));
        model.addAttribute("principalKnew", when.day(promise.principalKnew(), locale));
        model.addAttribute("weekIsOver", !LocalDate.now(clock).isBefore(promise.statsforvalterFrom()));
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
    }

    private String contact(Promise promise, School school, Locale locale) {
        String who = promise.contactName() != null ? "person" : promise.contactRole();
        String day = when.day(promise.contactBy(), locale);
        String hour = when.hour(promise.contactBy(), locale);
        Object[] args = {promise.contactName(), school.name(), day, hour};
        String late = promise.contactBy().isBefore(clock.instant()) ? "late." : "";
        return texts.getMessage("sent.contact." + late + who, args, locale);
    }
}
