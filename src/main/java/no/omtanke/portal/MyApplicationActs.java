package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.process.FamilyCase.Act;
import no.omtanke.process.FamilyCases;
import no.omtanke.process.FamilyCases.Own;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a family may do with what it applied for: a form each. */
@Component
class MyApplicationActs {

    private final FamilyCases families;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;

    MyApplicationActs(FamilyCases families, FormCatalog catalog, Forms forms, FormTexts texts) {
        this.families = families;
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
    }

    Optional<Act> offered(Own own, String address) {
        return own.kind().acts(own.file().id(), own.person().id()).stream()
                .filter(act -> act.address().equals(address))
                .findFirst();
    }

    String page(Model model, Act act, Typed typed, Problems problems, String notice, Locale locale) {
        model.addAttribute(
                "view",
                forms.viewWithProblems(catalog.form(act.formId()), null, typed, ReportPages.context(locale), problems));
        model.addAttribute("formAction", "/soknad/gjor/" + act.address());
        model.addAttribute("attaches", false);
        model.addAttribute("formTitle", texts.title(act.formId(), locale, ""));
        model.addAttribute("duty", texts.duty(act.formId(), locale).orElse(null));
        model.addAttribute("after", texts.after(act.formId(), locale).orElse(null));
        model.addAttribute("notice", notice);
        return "portal/application-act";
    }

    Problems problems(Act act, Typed typed, Locale locale) {
        return check(act, typed, locale) instanceof Check.Invalid invalid ? invalid.problems() : Problems.none();
    }

    boolean done(Own own, Act act, Typed typed, Locale locale) {
        Answers answers = ((Check.Valid) check(act, typed, locale)).answers();
        return families.act(own.file().id(), own.person().id(), act.address(), answers, List.of());
    }

    private Check check(Act act, Typed typed, Locale locale) {
        return forms.check(catalog.form(act.formId()), null, typed, ReportPages.context(locale));
    }
}
