package no.omtanke.matrix;

import static no.omtanke.matrix.Endpoint.autosave;
import static no.omtanke.matrix.Endpoint.get;
import static no.omtanke.matrix.Endpoint.json;
import static no.omtanke.matrix.Endpoint.post;
import static no.omtanke.matrix.Section.APPEALING;
import static no.omtanke.matrix.Section.ASKING_HELP;
import static no.omtanke.matrix.Section.ASKED_CONSENT;
import static no.omtanke.matrix.Section.ASKED_HELP;
import static no.omtanke.matrix.Section.WHOLE_CASE;
import static no.omtanke.matrix.Section.SIGNING_IN;
import static no.omtanke.matrix.Section.OPENED_CASE;
import static no.omtanke.matrix.Section.MARK;
import static no.omtanke.matrix.Section.LED_CASE;
import static no.omtanke.matrix.Section.AUDIT;
import static no.omtanke.matrix.Section.ADMINISTRATION;
import static no.omtanke.matrix.Section.CAMUNDA;
import static no.omtanke.matrix.Section.CASE;
import static no.omtanke.matrix.Section.CLOSED_CASE;
import static no.omtanke.matrix.Section.ENDED_TASK;
import static no.omtanke.matrix.Section.EXPORT;
import static no.omtanke.matrix.Section.HELD_TASK;
import static no.omtanke.matrix.Section.HISTORY;
import static no.omtanke.matrix.Section.HISTORY_LIST;
import static no.omtanke.matrix.Section.JOINING;
import static no.omtanke.matrix.Section.KEEPER;
import static no.omtanke.matrix.Section.LIBRARY;
import static no.omtanke.matrix.Section.MY_DECISION;
import static no.omtanke.matrix.Section.MY_PLAN;
import static no.omtanke.matrix.Section.MY_REPORT;
import static no.omtanke.matrix.Section.NOBODY;
import static no.omtanke.matrix.Section.OLD_VERSION;
import static no.omtanke.matrix.Section.OPEN;
import static no.omtanke.matrix.Section.OPEN_TASK;
import static no.omtanke.matrix.Section.OPERATIONS;
import static no.omtanke.matrix.Section.OWN_DOCUMENT;
import static no.omtanke.matrix.Section.OWN_TASK;
import static no.omtanke.matrix.Section.PACKAGE;
import static no.omtanke.matrix.Section.REGISTERING;
import static no.omtanke.matrix.Section.REQUESTS;
import static no.omtanke.matrix.Section.SENT;
import static no.omtanke.matrix.Section.SENT_REPORT;
import static no.omtanke.matrix.Section.LISTS;
import static no.omtanke.matrix.Section.HEALTH_NOTE;
import static no.omtanke.matrix.Section.SHARED_TASK;
import static no.omtanke.matrix.Section.STAFF;
import static no.omtanke.matrix.Section.TASK;
import static no.omtanke.matrix.Section.WORKPLACE;

import java.util.List;

/**
 * Every address of the program and what it asks of its visitor. A new one is a line here: method, pattern as it is mapped, and the
 * {@link Section} that says who gets in. What a name in braces stands for is said in {@link Scene#fill}.
 */
final class Endpoints {

    private static final String ENGINE = "/camunda/api/engine/engine/{engine}";

    /** Those who sign a session out or end it come last. */
    static final List<Endpoint> ALL = List.of(
            // --- one case
            get("/cases/{reference}", CASE),
            get("/cases/{reference}/plan", CASE),
            post("/cases/{reference}/plan/measures/{measure}", CASE, "to", ""),
            get("/cases/{reference}/files/{id}", CASE),
            post("/cases/{reference}/reopen", CASE),
            get("/cases/{reference}/reopen", CLOSED_CASE),
            get("/cases/{reference}/lift", CASE),
            post("/cases/{reference}/lift", CASE),
            get("/cases/{reference}/accused", WHOLE_CASE),
            post("/cases/{reference}/accused", WHOLE_CASE),
            get("/cases/{reference}/recusal", CASE),
            post("/cases/{reference}/recusal", CASE),
            get("/cases/{reference}/links", WHOLE_CASE),
            get("/cases/{reference}/entries/{id:[0-9a-f-]{36}}/mark", MARK),
            post("/cases/{reference}/entries/{id:[0-9a-f-]{36}}/mark", MARK, "action", "pass"),
            get("/cases/{reference}/let-in/{person}", LED_CASE),
            post("/cases/{reference}/let-in/{person}", LED_CASE),
            get("/cases/{reference}/help", ASKING_HELP),
            get("/cases/{reference}/help/new", ASKING_HELP),
            post("/cases/{reference}/help/new", ASKING_HELP, "action", "refresh"),
            // None of these cases has a decision, and none of their tasks decides anything: unknown to all who may come this far.
            get("/cases/{reference}/appeal", APPEALING),
            post("/cases/{reference}/appeal", APPEALING),
            get("/tasks/{id}/letter", SENT),
            // There is no such request for help: unknown to all who may come this far.
            get("/cases/{reference}/help/{id:[0-9a-f-]{36}}", SENT),
            post("/cases/{reference}/help/{id:[0-9a-f-]{36}}", SENT),
            // There is no such link, nobody to name and no story to decide about: unknown to all who may come this far.
            get("/cases/{reference}/join", JOINING),
            post("/cases/{reference}/join", JOINING),
            get("/cases/{reference}/split/{pupil:[0-9a-f-]{36}}", JOINING),
            post("/cases/{reference}/split/{pupil:[0-9a-f-]{36}}", JOINING),
            // There is no such link, no joined case, nobody to name and no story to decide about: unknown to all who may come this far.
            post("/cases/{reference}/links", SENT, "purpose", "MY_PLAN", "subject", "{plan}", "person", "{guardian}"),
            get("/cases/{reference}/part/{other}", SENT),
            post("/cases/{reference}/part/{other}", SENT),
            post("/cases/{reference}/name", SENT, "role", "responsible", "to", "{colleague}"),
            post("/cases/{reference}/stories/{pupil:[0-9a-f-]{36}}", SENT),
            // None of these cases is a report to child protection whose people they are.
            get("/cases/{reference}/lane", SENT),
            post("/cases/{reference}/lane", SENT),
            post("/cases/{reference}/lane/duty", SENT),
            get("/cases/{reference}/note", HEALTH_NOTE),
            post("/cases/{reference}/note", HEALTH_NOTE),
            get("/cases/{reference}/requests", REQUESTS),
            get("/cases/{reference}/dossiers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", PACKAGE),
            // --- one task
            get("/tasks/{id}", TASK),
            post("/tasks/{id}", TASK, "action", "send"),
            post("/tasks/{id}/take", TASK),
            post("/tasks/{id}/hand-back", HELD_TASK),
            get("/tasks/{id}", ENDED_TASK),
            post("/tasks/{id}", ENDED_TASK, "action", "send"),
            post("/tasks/{id}/take", ENDED_TASK),
            autosave("/tasks/{id}", OPEN_TASK, "action", "save"),
            get("/tasks/{id}/recusal", OPEN_TASK),
            post("/tasks/{id}/recusal", OPEN_TASK),
            post("/tasks/{id}/assign", OPEN_TASK, "to", "{colleague}"),
            post("/tasks/{id}/writers", SHARED_TASK, "to", "{colleague}"),
            post("/tasks/{id}/writers/end", SHARED_TASK, "to", "{colleague}"),
            // Only the task that asks the pupil has a pupil's screen, and none of these is it.
            post("/tasks/{id}/pupil", SENT),
            // Only a body's own task has files, and none of these is one.
            get("/tasks/{id}/shared/{file:[0-9a-f-]{36}}", SENT),
            get("/tasks/{id}/documents", PACKAGE),
            post("/tasks/{id}/documents", PACKAGE, "action", "save"),
            // --- one case's history
            get("/history/{ref}", HISTORY),
            get("/history/{ref}/model/{runId}", HISTORY),
            get("/history/{ref}/path/{runId}", HISTORY),
            get("/history/{ref}/steps.csv", EXPORT),
            get("/history/{reference}/open", AUDIT),
            post("/history/{reference}/open", AUDIT),
            get("/history/{reference}/content", OPENED_CASE),
            get("/history/{reference}/files/{id}", OPENED_CASE),
            get("/history/{reference}/plan", OPENED_CASE),
            // --- by a link
            get("/min-melding", MY_REPORT),
            get("/min-melding/{what:legg-til|ikke-hort|til-helsesykepleier}", MY_REPORT),
            post("/min-melding/{what:legg-til|ikke-hort|til-helsesykepleier}", MY_REPORT),
            get("/min-melding/lest", MY_REPORT),
            get("/min-melding/kode", MY_REPORT),
            post("/min-melding/kode", MY_REPORT),
            // Only while the health service asks whether the school may be told something.
            get("/min-melding/samtykke", Section.INVITED),
            post("/min-melding/samtykke", Section.INVITED),
            get("/min-plan", MY_PLAN),
            get("/min-plan/lest", MY_PLAN),
            get("/min-plan/kode", MY_PLAN),
            post("/min-plan/kode", MY_PLAN),
            get("/min-plan/takk/{form:guardian-view|guardian-evaluation|ask-pupil|plan-message|not-heard}", MY_PLAN),
            get("/min-plan/{what:skriv|ikke-hort}", MY_PLAN),
            post("/min-plan/{what:skriv|ikke-hort}", MY_PLAN),
            get("/min-plan/oppgave/{id:[A-Za-z0-9-]{1,64}}", OWN_TASK),
            post("/min-plan/oppgave/{id:[A-Za-z0-9-]{1,64}}", OWN_TASK),
            get("/min-plan/dokument/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", OWN_DOCUMENT),
            get("/min-plan/versjon/{number:\\d{1,4}}", OLD_VERSION),
            // Nothing of theirs has this name: back to the plan.
            post("/min-plan/hjelp/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", MY_PLAN),
            get("/samtykke", ASKED_CONSENT),
            post("/samtykke", ASKED_CONSENT, "action", "refresh"),
            get("/samtykke/ikke-hort", ASKED_CONSENT),
            post("/samtykke/ikke-hort", ASKED_CONSENT),
            get("/samtykke/kode", ASKED_CONSENT),
            post("/samtykke/kode", ASKED_CONSENT),
            // Nothing was given, so nothing is taken back.
            post("/samtykke/trekk", ASKED_CONSENT),
            // Their question has no letters.
            get("/samtykke/brev/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", Section.INVITED),
            get("/bistand", ASKED_HELP),
            post("/bistand", ASKED_HELP, "action", "refresh"),
            get("/bistand/kode", ASKED_HELP),
            post("/bistand/kode", ASKED_HELP),
            get("/bistand/fil/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", Section.INVITED),
            get("/vedtak", MY_DECISION),
            get("/vedtak/klag", MY_DECISION),
            post("/vedtak/klag", MY_DECISION),
            // Nothing was appealed: back to the decision.
            get("/vedtak/klaget", MY_DECISION),
            post("/vedtak/trekk", MY_DECISION),
            get("/vedtak/kode", MY_DECISION),
            post("/vedtak/kode", MY_DECISION),
            // Its letter is not written yet.
            get("/vedtak/brev/{id:[0-9a-f]{8}-[0-9a-f-]{27}}", Section.INVITED),
            // --- only for whoever sent it: unknown to everybody else
            get("/reports/sent?key=00000000-0000-4000-8000-000000000000", SENT_REPORT),
            get("/meld/skjema/{invitation}", Section.INVITED),
            post("/meld/skjema/{invitation}", Section.INVITED),
            // --- by role, whatever the case
            get("/tasks", LISTS),
            get("/tasks/open?taskId=00000000-0000-4000-8000-000000000000", LISTS),
            get("/cases", LISTS),
            post("/tasks/search", LISTS, "q", "S26-99ZZ99"),
            post("/cases/search", LISTS, "q", "S26-99ZZ99"),
            get("/plans", STAFF),
            get("/reports/new", STAFF),
            post("/reports/new", STAFF, "school", "{school}", "action", "send"),
            autosave("/reports/new", STAFF, "school", "{school}", "action", "save"),
            get("/reports/child-protection", STAFF),
            post("/reports/child-protection", STAFF, "school", "{school}", "action", "check"),
            autosave("/reports/child-protection", STAFF, "school", "{school}", "action", "save"),
            get("/reports/child-protection/begin", STAFF),
            post("/reports/child-protection/begin", STAFF, "case", "S26-99ZZ99"),
            get("/reports/support-need", STAFF),
            post("/reports/support-need", STAFF, "school", "{school}", "action", "send"),
            autosave("/reports/support-need", STAFF, "school", "{school}", "action", "save"),
            get("/reports/intervention", STAFF),
            post("/reports/intervention", STAFF, "school", "{school}", "action", "send"),
            autosave("/reports/intervention", STAFF, "school", "{school}", "action", "save"),
            get("/reports/exemption", STAFF),
            post("/reports/exemption", STAFF, "school", "{school}", "action", "send"),
            autosave("/reports/exemption", STAFF, "school", "{school}", "action", "save"),
            get("/reports/leave", STAFF),
            post("/reports/leave", STAFF, "school", "{school}", "action", "send"),
            autosave("/reports/leave", STAFF, "school", "{school}", "action", "save"),
            get("/leave/batch", STAFF),
            post("/leave/batch", STAFF),
            post("/leave/batch/decide", STAFF),
            get("/leave/class", STAFF),
            // Nobody of this class is away.
            get("/leave/class/{id:\\d{1,18}}/calendar", SENT_REPORT),
            get("/today", WORKPLACE),
            get("/absence", STAFF),
            get("/absence/classes/{group:\\d{1,18}}", Section.CLASS_ABSENCE),
            post("/absence/classes/{group:\\d{1,18}}", Section.CLASS_ABSENCE, "day", "2026-11-23"),
            get("/absence/pupils/{absent:\\d{1,18}}", Section.CLASS_ABSENCE),
            get("/absence/import", Section.ABSENCE_FILE),
            post("/absence/import", Section.ABSENCE_FILE, "school", "{school}"),
            get("/absence/import/{waiting:[0-9a-f]{8}-[0-9a-f-]{27}}", Section.WAITING_FILE),
            post("/absence/import/{waiting:[0-9a-f]{8}-[0-9a-f-]{27}}", Section.WAITING_FILE),
            get("/reports/send-form", WORKPLACE),
            get("/reports/send-form/pupil", WORKPLACE),
            post("/reports/send-form/pupil", WORKPLACE),
            post("/reports/send-form", WORKPLACE, "pupil", "{pupil}"),
            get("/plans/examples", LIBRARY),
            get("/plans/examples/new?kind={kind}", KEEPER),
            post("/plans/examples/new?kind={kind}", KEEPER),
            get("/plans/examples/{id:\\d{1,9}}", KEEPER),
            post("/plans/examples/{id:\\d{1,9}}", KEEPER),
            get("/supervision/new", REGISTERING),
            post("/supervision/new", REGISTERING, "action", "send"),
            get("/history", HISTORY_LIST),
            post("/history", HISTORY_LIST),
            get("/administration/leave", ADMINISTRATION),
            post("/administration/leave", ADMINISTRATION),
            get("/administration", ADMINISTRATION),
            get("/administration/schools/{slug}", ADMINISTRATION),
            get("/administration/schools/{slug}/people/{person}/handover", ADMINISTRATION),
            post("/administration/schools/{slug}/people/{person}/handover", ADMINISTRATION),
            get("/administration/schools/{slug}/pupils", ADMINISTRATION),
            get("/administration/schools/{slug}/pupils/{pupil}", ADMINISTRATION),
            // What cannot be done with a guardian as they stand now changes nothing.
            post("/administration/schools/{slug}/pupils/{pupil}", ADMINISTRATION, "guardian", "{guardian}", "action", "restore"),
            get("/administration/handovers/{id}", Section.KEPT_HANDOVER),
            get("/administration/bodies", ADMINISTRATION),
            get("/administration/bodies/{body:new|\\d{1,9}}", ADMINISTRATION),
            post("/administration/bodies/{body:new|\\d{1,9}}", ADMINISTRATION),
            get("/administration/text-blocks", ADMINISTRATION),
            get("/administration/text-blocks/{block:new|\\d{1,9}}", ADMINISTRATION),
            post("/administration/text-blocks/{block:new|\\d{1,9}}", ADMINISTRATION),
            get("/administration/letters", ADMINISTRATION),
            post("/administration/letters", ADMINISTRATION),
            get("/administration/letters/arms", ADMINISTRATION),
            get("/administration/calendar", ADMINISTRATION),
            get("/administration/calendar/{slug}/{year:\\d{4}}", ADMINISTRATION),
            get("/administration/calendar/{slug}/{year:\\d{4}}/closures/{closure:new|\\d{1,18}}", ADMINISTRATION),
            post("/administration/calendar/{slug}/{year:\\d{4}}/closures/{closure:new|\\d{1,18}}", ADMINISTRATION),
            get("/administration/calendar/{slug}/{year:\\d{4}}/file", ADMINISTRATION),
            post("/administration/calendar/{slug}/{year:\\d{4}}/file", ADMINISTRATION),
            post("/administration/calendar/{slug}/{year:\\d{4}}/review", ADMINISTRATION),
            // Without a change in it nothing is done.
            post("/administration/calendar/{slug}/{year:\\d{4}}/change", ADMINISTRATION),
            get("/operations", OPERATIONS),
            post("/operations/jobs/{id}/retry", OPERATIONS),
            // --- Camunda's web applications: what is mapped, and what their own servlets answer
            get("/camunda/app/**", CAMUNDA),
            get("/camunda/api/**", CAMUNDA),
            get("/camunda/assets/**", CAMUNDA),
            get("/camunda/lib/**", CAMUNDA),
            get("/camunda/favicon.ico", CAMUNDA),
            get("/camunda/app/cockpit/{engine}/", CAMUNDA),
            get("/camunda/app/tasklist/{engine}/", CAMUNDA),
            get("/camunda/app/welcome/{engine}/", CAMUNDA),
            get("/camunda/api/admin/auth/user/{engine}", CAMUNDA),
            get("/camunda/api/engine/engine/", CAMUNDA),
            get(ENGINE + "/task", CAMUNDA),
            get(ENGINE + "/process-instance/count", CAMUNDA),
            get("/camunda/api/cockpit/plugin/base/{engine}/process-definition/statistics", CAMUNDA),
            json("POST", ENGINE + "/process-instance", CAMUNDA),
            json("POST", ENGINE + "/task", CAMUNDA),
            json("POST", ENGINE + "/variable-instance", CAMUNDA),
            json("POST", ENGINE + "/history/task", CAMUNDA),
            json("PUT", ENGINE + "/job/{job}/retries", CAMUNDA),
            get("/camunda/app/admin/{engine}/", NOBODY),
            json("POST", ENGINE + "/task/{task}/complete", NOBODY),
            json("POST", ENGINE + "/process-definition/key/deadline/start", NOBODY),
            json("POST", ENGINE + "/deployment/create", NOBODY),
            json("DELETE", ENGINE + "/process-instance/{task}", NOBODY),
            // --- what libraries map and nothing opens
            get("/webjars/**", NOBODY),
            get("/**", NOBODY),
            get("/engine-rest/**", NOBODY),
            get("/actuator", NOBODY),
            get("/actuator/health/**", NOBODY),
            // --- on the way in
            get("/signin/code", SIGNING_IN),
            post("/signin/code", SIGNING_IN),
            get("/signin/second-factor", SIGNING_IN),
            post("/signin/second-factor", SIGNING_IN),
            get("/signin/second-factor/qr.svg", SIGNING_IN),
            get("/signin/second-factor/codes", SIGNING_IN),
            post("/signin/second-factor/codes", SIGNING_IN),
            post("/signin/second-factor/replace", SIGNING_IN),
            get("/signin/family", SIGNING_IN),
            get("/signin/frontchannel-logout", SIGNING_IN),
            // --- open to everybody
            get("/", OPEN),
            get("/hjelp/fri", OPEN),
            get("/hjelp/sporsmal", OPEN),
            get("/hjelp/ikke-hort", OPEN),
            get("/hjelp/hvem", OPEN),
            get("/tilgjengelighet", OPEN),
            get("/personvern", OPEN),
            get("/signin", OPEN),
            get("/error", OPEN),
            get("/actuator/health", OPEN),
            get("/assets/**", OPEN),
            get("/css/**", OPEN),
            get("/js/**", OPEN),
            get("/favicon.svg", OPEN),
            get("/meld", OPEN),
            post("/meld", OPEN, "action", "next"),
            get("/meld/{name}", OPEN),
            post("/meld/{name}", OPEN, "action", "next"),
            get("/meld/sendt", OPEN),
            get("/meld/for-stort", OPEN),
            get("/l/{token}", OPEN),
            post("/l/{token}", OPEN),
            post("/l/{token}/ny", OPEN),
            get("/l/sendt", OPEN),
            get("/min-melding/lukket", OPEN),
            get("/min-plan/lukket", OPEN),
            post("/min-melding/ny-lenke", OPEN),
            post("/min-plan/ny-lenke", OPEN),
            get("/samtykke/lukket", OPEN),
            get("/bistand/lukket", OPEN),
            get("/vedtak/lukket", OPEN),
            post("/samtykke/ny-lenke", OPEN),
            post("/vedtak/ny-lenke", OPEN),
            post("/vedtak/lukk", OPEN),
            post("/bistand/ny-lenke", OPEN),
            // Without a link there is nothing of an application here; what a link opens is tried in the stories of leave.
            get("/soknad", OPEN),
            post("/soknad", OPEN),
            get("/soknad/gjor/{act:[a-z-]{2,30}}", OPEN),
            post("/soknad/gjor/{act:[a-z-]{2,30}}", OPEN),
            get("/soknad/kode", OPEN),
            post("/soknad/kode", OPEN),
            get("/soknad/lukket", OPEN),
            post("/soknad/ny-lenke", OPEN),
            post("/soknad/lukk", OPEN),
            get("/sok", OPEN),
            post("/sok", OPEN, "email", "ingen@hjemme.example"),
            get("/sok/sjekk-e-posten", OPEN),
            get("/sok/kode", OPEN),
            post("/sok/kode", OPEN),
            get("/sok/sendt", OPEN),
            get("/sok/svar/{reference}", OPEN),
            get("/sok/{application}", OPEN),
            post("/sok/{application}", OPEN, "action", "next"),
            get("/sok/lukket", OPEN),
            post("/sok/ny-lenke", OPEN),
            post("/sok/lukk", OPEN),
            post("/samtykke/lukk", OPEN),
            post("/bistand/lukk", OPEN),
            post("/min-melding/lukk", OPEN),
            post("/min-plan/lukk", OPEN));

    private Endpoints() {}
}
