package no.omtanke.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.OpenCase;
import no.omtanke.dossier.Registering;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import no.omtanke.involvement.Asking;
import no.omtanke.involvement.BodyDoor;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What others than the school and the family do in the demo's cases: a body helps, the health service is written to, Statsforvalteren asks. */
@Component
@Profile("demo")
class SolvikOthers {

    private final Asking asking;
    private final BodyDoor bodies;
    private final HealthContacts health;
    private final Registering requests;
    private final CaseFiles cases;

    SolvikOthers(Asking asking, BodyDoor bodies, HealthContacts health, Registering requests, CaseFiles cases) {
        this.asking = asking;
        this.bodies = bodies;
        this.health = health;
        this.requests = requests;
        this.cases = cases;
    }

    /** The school's SFO is asked; it needs no consent and answers by a link. */
    void ask(Reader by, UUID caseId, Answers question) {
        OpenCase open = asking.open(by, reference(caseId)).orElseThrow();
        Body sfo = asking.bodies(open.file()).stream().filter(b -> b.kind() == BodyKind.SFO).findFirst().orElseThrow();
        asking.ask(by, open, new Asking.Wish(sfo.id(), Asking.pupils(open).get(0).id(), question, Map.of()));
    }

    /** The body that was asked first answers what it is asked now. */
    TaskForms.Sent answer(Reader by, UUID caseId, Typed typed, Locale language) {
        OpenCase open = asking.open(by, reference(caseId)).orElseThrow();
        UUID help = asking.of(open).get(0).involvement().id();
        TaskRow task = bodies.task(help).orElseThrow();
        return bodies.send(help, task, typed, language);
    }

    CaseFile writeToHealthService(int school, Answers answers, Locale language) {
        return health.take(school, answers, List.of(), language.toLanguageTag(), UUID.randomUUID());
    }

    void requested(Reader owner, UUID caseId, Answers letter) {
        requests.register(owner, reference(caseId), letter, List.of()).orElseThrow();
    }

    private String reference(UUID caseId) {
        return cases.file(caseId).orElseThrow().reference();
    }
}
