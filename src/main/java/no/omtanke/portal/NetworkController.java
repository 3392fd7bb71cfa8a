package no.omtanke.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who can help with what, in plain words, with the municipality's own contacts, and whom a family may contact without the school. */
@Controller
class NetworkController {

    private final Bodies bodies;
    private final Directory directory;

    NetworkController(Bodies bodies, Directory directory) {
        this.bodies = bodies;
        this.directory = directory;
    }

    /** One kind of help with those who give it. Public because the template engine reads it. */
    public record KindView(String id, List<Contact> bodies) {}

    /** @param words the municipality's own about it, or null. Public because the template engine reads it. */
    public record Contact(String name, String words, String phone, String email, String web) {}

    @GetMapping("/hjelp/hvem")
    String network(Model model, Locale locale) {
        List<Body> all = bodies.all().stream().filter(body -> !body.closed()).toList();
        model.addAttribute("direct", kinds(all.stream().filter(Body::familyMayContact).toList(), true, locale));
        model.addAttribute("through", kinds(all.stream().filter(body -> !body.familyMayContact()).toList(), false, locale));
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
        return "portal/network";
    }

    private List<KindView> kinds(List<Body> of, boolean contacts, Locale locale) {
        return Arrays.stream(BodyKind.values())
                .map(kind -> new KindView(
                        kind.id(),
                        of.stream().filter(body -> body.kind() == kind).map(body -> contact(body, contacts, locale)).toList()))
                .filter(kind -> !kind.bodies().isEmpty())
                .toList();
    }

    // Whom only the school asks has no number here.
    private Contact contact(Body body, boolean contacts, Locale locale) {
        String name = body.schoolId() == null
                ? body.name()
                : body.name() + ", " + directory.school(body.schoolId()).map(school -> school.name()).orElse("");
        return new Contact(
                name,
                body.words().in(locale.getLanguage()),
                contacts ? body.phone() : null,
                contacts ? body.email() : null,
                contacts ? body.web() : null);
    }
}
