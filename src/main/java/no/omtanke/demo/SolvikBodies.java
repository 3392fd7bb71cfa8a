package no.omtanke.demo;

import java.util.List;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who can help in Solvik. All of it is invented; who has an account answers by it, the others by a link. */
@Component
@Profile("demo")
class SolvikBodies {

    private final Bodies bodies;
    private final Directory directory;

    SolvikBodies(Bodies bodies, Directory directory) {
        this.bodies = bodies;
        this.directory = directory;
    }

    void fill(List<Integer> schools) {
        held(Role.PPT, body(null, BodyKind.PPT, "PPT Solvik", "ppt", "90 00 10 01", words(
                "Ring mandag til fredag kl. 9–15.", "Ring måndag til fredag kl. 9–15.", "Call Monday to Friday, 9 am to 3 pm.")));
        held(Role.HEALTH_SERVICE, body(null, BodyKind.HEALTH_SERVICE, "Skolehelsetjenesten i Solvik", "helse", "90 00 10 02", words(
                "Kom innom uten avtale, eller send melding.", "Kom innom utan avtale, eller send melding.", "Drop in, or send a message.")));
        held(Role.RESPONSE_TEAM, body(null, BodyKind.RESPONSE_TEAM, "Beredskapsteamet i Solvik", "team", "90 00 10 03", words(
                "Svarer innen to arbeidsdager.", "Svarar innan to arbeidsdagar.", "Answers within two working days.")));
        body(null, BodyKind.OMBUD, "Elev- og mobbeombudet i Solfylket", "elevombud", "90 00 10 04", words(
                "Hele fylket. Gratis.", "Heile fylket. Gratis.", "The whole county. Free."));
        body(null, BodyKind.LAWYER, "Kommuneadvokaten i Solvik", "jurist", null, words(null, null, null));
        for (int school : schools) {
            body(school, BodyKind.SFO, "SFO", "sfo" + school, null, words(null, null, null));
        }
    }

    private int body(Integer school, BodyKind kind, String name, String post, String phone, Body.Words words) {
        return bodies.keep(new Body(
                0, school, kind, name, post + ".bistand@solvik.example", phone, null, words,
                kind.familyMayContact(), kind.needsConsent(), false));
    }

    private void held(Role role, int body) {
        List<Long> people = directory.holders(role, null).stream().map(Person::id).toList();
        bodies.hold(body, people);
        people.stream().findFirst().ifPresent(first -> bodies.lead(body, first));
    }

    private static Body.Words words(String nb, String nn, String en) {
        return new Body.Words(nb, nn, en);
    }
}
