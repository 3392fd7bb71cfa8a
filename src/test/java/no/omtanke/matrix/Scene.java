package no.omtanke.matrix;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Body;
import no.omtanke.organization.Bodies;
import no.omtanke.involvement.Asking;
import no.omtanke.form.Answers;
import no.omtanke.casefile.OpenCase;
import no.omtanke.access.Reader;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Typed;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two schools, one person of each role, and a case of each kind. Every case has a plan that runs, one that is being written, a file, an
 * ended and several open tasks: there is something behind each door.
 */
class Scene {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    private final Story story;
    private final TestTown towns;
    private final TestTime time;
    private final DirectoryRegister register;
    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final FamilyPlans families;
    private final TaskService engine;
    private final HistoryService history;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Asking asking;
    private final Bodies bodies;

    private final Map<String, Long> persons = new HashMap<>();
    private final Map<CaseKind, Scenery> ordinary = new EnumMap<>(CaseKind.class);
    private Scenery leaderIsSubject;
    private Town here;
    private Town elsewhere;
    private Helpers helpersHere;
    private Helpers helpersElsewhere;
    private long stepped;
    private long group;
    private long absent;

    Scene(
            Story story,
            TestTown towns,
            TestTime time,
            DirectoryRegister register,
            CaseProcesses processes,
            CaseFiles cases,
            FamilyPlans families,
            TaskService engine,
            HistoryService history,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Asking asking,
            Bodies bodies) {
        this.asking = asking;
        this.bodies = bodies;
        this.story = story;
        this.towns = towns;
        this.time = time;
        this.register = register;
        this.processes = processes;
        this.cases = cases;
        this.families = families;
        this.engine = engine;
        this.history = history;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Those who do the work in the cases and never come to a door. */
    private record Helpers(long leader, long teacher, long social, long otherLeader, long guardian, long nurse) {}

    /**
     * One case and the names of what is in it.
     *
     * @param task an ordinary open task
     * @param shared an open task that several write
     * @param duty an open task about a measure
     * @param ended a task that has ended
     */
    record Scenery(
            UUID caseId,
            String reference,
            Town town,
            String task,
            String shared,
            String duty,
            String ended,
            UUID document,
            UUID linkedDocument,
            UUID entry,
            UUID measure,
            String run,
            UUID plan,
            UUID linkedPlan,
            String asked,
            String linkedAsked,
            long colleague) {

        /** The same where every name is one that nobody ever gave. */
        Scenery renamed(String reference, UUID id) {
            String task = id.toString();
            return new Scenery(
                    id, reference, town, task, task, task, task, id, id, id, measure, task, id, id, task, task, colleague);
        }
    }

    void begin() {
        time.startAt("2026-11-23T10:00");
        here = towns.found();
        elsewhere = towns.found();
        helpersHere = helpers(here);
        helpersElsewhere = helpers(elsewhere);
        for (Member member : Cast.MEMBERS) {
            if (member.reader() != null) {
                persons.put(member.who(), person(member));
            }
        }
        // The contact teacher among them has a class with one pupil.
        group = register.addClass(here.school(), 7, "7B", persons.get("contact-teacher"));
        absent = register.addPerson("Borte", here.tag(), null, null, LocalDate.of(2013, 5, 5), "nb");
        register.enrol(absent, group, LocalDate.of(2020, 8, 1), null);
        stepped = employee(here, "Inhabil", Role.STAFF);
        for (CaseKind kind : CaseKind.values()) {
            ordinary.put(kind, scenery(kind, false));
        }
        leaderIsSubject = scenery(CaseKind.SUBJECT, true);
    }

    void end() {
        towns.forget(here);
        towns.forget(elsewhere);
    }

    long person(String who) {
        return persons.get(who);
    }

    Town town() {
        return here;
    }

    /** A former colleague who stepped back from every case. */
    private long stepped() {
        return stepped;
    }

    /** Whoever leads asks a body of the kind in the case, and shares nothing but the question. */
    UUID asked(Scenery of, BodyKind kind) {
        int body = bodies.keep(new Body(
                0, here.school(), kind, kind.id(), kind.id() + "." + here.tag() + "@tjeneste.example", null, null,
                new Body.Words(null, null, null), true, kind.needsConsent(), false));
        Reader leader = towns.reader(here.principal());
        OpenCase open = asking.open(leader, of.reference()).orElseThrow();
        UUID pupil = Asking.pupils(open).stream().filter(p -> Long.valueOf(here.pupil()).equals(p.personId())).findFirst().orElseThrow().id();
        UUID asked = asking.ask(leader, open, new Asking.Wish(body, pupil, new Answers("ask-for-help", Map.of(
                "helpAnonymous", "no", "helpQuestion", "x", "helpPurpose", "x", "helpShareName", "no")), Map.of()));
        time.settle();
        return asked;
    }

    /** A decision about the pupil of the case, with the guardian as its party; its letter is not written yet. */
    UUID decided(Scenery of) {
        return jdbc.sql("select id from individual_decision where case_id = ?").param(of.caseId()).query(UUID.class).optional().orElseGet(() -> {
            UUID decision = UUID.randomUUID();
            jdbc.sql(
                            """
                            insert into individual_decision (id, case_id, school_id, pupil, kind, task, entry_id, letter_year,
                                letter_number, made_at)
                            select ?, c.id, c.school_id, p.id, 'leave', 'decide-leave', ?, 2020,
                                (select count(*) + 1 from individual_decision), now()
                            from case_file c join case_party p on p.case_id = c.id and p.person_id = ? where c.id = ?
                            """)
                    .params(decision, of.entry(), here.pupil(), of.caseId())
                    .update();
            jdbc.sql(
                            """
                            insert into decision_party (id, decision_id, case_id, person_id, way, available_on, last_day)
                            values (gen_random_uuid(), ?, ?, ?, 'link', date '2026-11-23', date '2026-12-14')
                            """)
                    .params(decision, of.caseId(), here.guardian())
                    .update();
            return decision;
        });
    }

    String bodysAddress(BodyKind kind) {
        return kind.id() + "." + here.tag() + "@tjeneste.example";
    }

    String address(long person) {
        return jdbc.sql("select email from person where id = ?").param(person).query(String.class).single();
    }

    long linkedGuardian() {
        return helpersHere.guardian();
    }

    /** The case of the kind for the member. */
    Scenery of(Member member, CaseKind kind) {
        boolean leads = member.reader() != null && member.reader().holds("leadership");
        // Two who reported have a case each: of one case the newest link to the report counts.
        boolean another = member.who().equals(Cast.THIRD_PARTY) && kind == CaseKind.OWN;
        return kind == CaseKind.SUBJECT && leads ? leaderIsSubject : ordinary.get(another ? CaseKind.SERIOUS : kind);
    }

    /** Gives the member the tasks that they have in such a case; whoever acted before them may have given them away. */
    void handOut(Member member, CaseKind kind, Scenery of) {
        Long person = persons.get(member.who());
        if (person == null || kind == CaseKind.CLOSED) {
            return;
        }
        long helper = (kind.elsewhere() ? helpersElsewhere : helpersHere).teacher();
        give(of.task(), kind.takesPart() ? person : helper);
        give(of.shared(), kind.takesPart() ? person : helper);
        give(of.duty(), kind.hasMeasure() ? person : helper);
    }

    /** The member's task of the kind: its own, or one that there is. */
    String taskId(Section section, CaseKind kind, Scenery of) {
        if (section == Section.SHARED_TASK) {
            return of.shared();
        }
        return kind == CaseKind.CLOSED || section == Section.ENDED_TASK ? of.ended() : kind == CaseKind.MEASURE ? of.duty() : of.task();
    }

    /** An address with what stands in braces put in. */
    String fill(Endpoint endpoint, Scenery of, Section.Whose whose, String task) {
        String filled = endpoint.pattern().replaceAll("\\{(\\w+):[^/]*?}(?=/|$)", "{$1}").replace("/**", "/x");
        boolean document = filled.contains("/files/") || filled.contains("/dokument/");
        boolean library = filled.contains("/plans/examples");
        UUID letter = whose == Section.Whose.LINKED ? of.linkedDocument() : of.document();
        Map<String, Object> values = new HashMap<>(Map.of(
                "reference", of.reference(),
                "ref", of.reference(),
                "measure", of.measure(),
                "runId", of.run(),
                "id", document ? letter : library ? example() : filled.contains("/entries/") ? of.entry() : task,
                "task", task,
                "school", here.school(),
                "pupil", here.pupil(),
                "colleague", of.colleague(),
                "kind", "exclusion"));
        if (filled.contains("/split/")) {
            values.put("pupil", witness(of.caseId()));
        }
        values.put("other", "S26-99ZZ98");
        values.put("person", filled.contains("/let-in/") ? stepped() : here.teacher());
        values.put("application", "fri");
        values.put("group", group);
        values.put("absent", absent);
        values.put("waiting", UUID.randomUUID());
        values.putAll(Map.of("year", 2026, "closure", "new"));
        values.put("act", "trekk");
        if (filled.contains("/leave/class/")) {
            values.put("id", 0);
        }
        values.put("block", "new");
        values.put("slug", "skole-" + here.tag());
        values.putAll(Map.of(
                "file", UUID.randomUUID(),
                "body", "new",
                "what", filled.startsWith("/min-plan") ? "ikke-hort" : "legg-til",
                "form", "guardian-view",
                "number", 1,
                "name", "elev",
                "token", "nobody-ever-made-this-one",
                "invitation", UUID.randomUUID(),
                "engine", "default",
                "job", "no-such-job"));
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        if (filled.contains("{")) {
            throw new AssertionError("Scene.fill does not say what stands for a name in " + endpoint.pattern());
        }
        return filled;
    }

    Map<String, String> form(Endpoint endpoint, Scenery of) {
        Map<String, String> form = new HashMap<>();
        endpoint.form().forEach((name, text) -> form.put(
                name,
                text.replace("{colleague}", "" + of.colleague())
                        .replace("{school}", "" + here.school())
                        .replace("{pupil}", "" + here.pupil())
                        .replace("{plan}", UUID.randomUUID().toString())
                        .replace("{guardian}", endpoint.pattern().startsWith("/administration") ? "" + here.guardian() : "1")));
        return form;
    }

    private UUID witness(UUID caseId) {
        return jdbc.sql("select id from case_party where case_id = ? and role = 'witness'")
                .param(caseId)
                .query(UUID.class)
                .optional()
                .orElse(caseId);
    }

    private long example() {
        return jdbc.sql("select min(id) from measure_example").query(Long.class).single();
    }

    private void give(String task, long person) {
        if (!String.valueOf(person).equals(engine.createTaskQuery().taskId(task).singleResult().getAssignee())) {
            engine.setAssignee(task, String.valueOf(person));
        }
    }

    // --- people

    private long person(Member member) {
        Role role = Role.of(Cast.role(member));
        String name = "P" + persons.size();
        long person = register.addPerson(
                name, here.tag(), name.toLowerCase(Locale.ROOT) + "." + here.tag() + "@town.example", null, null, "nb");
        Integer school = Cast.atASchool(role.id()) ? here.school() : null;
        register.giveRole(person, role, school, member.who().contains("deputy"), LONG_AGO, null);
        return person;
    }

    private Helpers helpers(Town town) {
        long guardian = employee(town, "Fosterfar", null);
        register.addGuardian(guardian, town.other(), true, LONG_AGO, null);
        return new Helpers(
                town.principal(),
                employee(town, "Hjelpelærer", Role.CONTACT_TEACHER),
                employee(town, "Miljøarbeider", Role.STAFF),
                employee(town, "Avdelingsleder", Role.LEADERSHIP),
                guardian,
                employee(town, "Sykepleier", Role.HEALTH_SERVICE));
    }

    private long employee(Town town, String name, Role role) {
        String address = "h" + UUID.randomUUID().toString().substring(0, 8) + "@town.example";
        long person = register.addPerson(name, town.tag(), address, null, null, "nb");
        if (role != null) {
            register.giveRole(person, role, town.school(), role == Role.LEADERSHIP, LONG_AGO, null);
        }
        return person;
    }

    // --- a case

    private Scenery scenery(CaseKind kind, boolean leaders) {
        Town town = kind.elsewhere() ? elsewhere : here;
        Helpers helpers = kind.elsewhere() ? helpersElsewhere : helpersHere;
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        does(helpers, file, "read-report", Map.of(
                "pupil", "" + town.pupil(),
                "accused", "pupil",
                "responsible", "" + helpers.teacher(),
                "investigator", "" + helpers.social(),
                "principalKnew", "2026-11-23",
                "otherPupils[0].otherPupil", "" + town.other(),
                "otherPupils[0].otherRole", "involved"));
        UUID affected = party(file, "affected");
        UUID involved = party(file, "involved");
        UUID witness = transactions.execute(t -> cases.addParty(file.id(), "witness", town.third()));
        plan(file, town, affected);
        String asked = approved(helpers, file, town, affected, town.guardian());
        plan(file, town, involved);
        String linkedAsked = approved(helpers, file, town, involved, helpers.guardian());
        plan(file, town, witness);
        makeIt(kind, leaders, file, helpers);
        return new Scenery(
                file.id(),
                file.reference(),
                town,
                story.open(file, "first-contact").taskId(),
                story.open(file, "write-plan").taskId(),
                story.open(file, "do-measure").taskId(),
                one("select task_id from task_row where case_id = ? and task_key = 'read-report'", String.class, file.id()),
                letter(file, affected),
                letter(file, involved),
                one("select id from case_entry where case_id = ? and form_id = 'report-guardian'", UUID.class, file.id()),
                one("select m.id from plan_measure m where m.plan_id = ? limit 1", UUID.class, planOf(file, affected)),
                history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(file.id().toString())
                        .processDefinitionKey("school-environment")
                        .singleResult()
                        .getId(),
                planOf(file, affected),
                planOf(file, involved),
                asked,
                linkedAsked,
                kind == CaseKind.LANE ? helpers.nurse() : helpers.social());
    }

    private void makeIt(CaseKind kind, boolean leaders, CaseFile file, Helpers helpers) {
        transactions.executeWithoutResult(t -> {
            if (kind.takesPart()) {
                persons.values().forEach(person -> cases.addParticipant(file.id(), person, "responsible"));
            }
            if (kind.hasMeasure()) {
                persons.values().forEach(person -> cases.addParticipant(file.id(), person, "measure"));
            }
            if (kind == CaseKind.SUBJECT) {
                persons.values().forEach(person -> cases.addParty(file.id(), "accused", person));
                cases.classify(file.id(), leaders ? "leader" : "employee", true);
            }
            if (kind == CaseKind.LEADER) {
                cases.addParty(file.id(), "accused", helpers.otherLeader());
                cases.classify(file.id(), "leader", true);
            }
            if (kind == CaseKind.SERIOUS) {
                cases.classify(file.id(), "pupil", true);
            }
            if (kind == CaseKind.LINKED) {
                cases.addParty(file.id(), "involved", here.pupil());
            }
            jdbc.sql("insert into case_recusal (case_id, person_id, since) values (?, ?, now())")
                    .params(file.id(), stepped())
                    .update();
            if (kind == CaseKind.ONE_PUPIL) {
                UUID pupil = party(file, "affected");
                persons.values().forEach(person -> cases.addParticipant(file.id(), person, "task", pupil));
            }
            if (kind == CaseKind.OPENED) {
                persons.values().forEach(person -> jdbc.sql(
                                "insert into auditor_opening (case_id, person_id, since, until) values (?, ?, now(), ?)")
                        .params(file.id(), person, OffsetDateTime.parse("2026-11-24T10:00+01:00"))
                        .update());
            }
            if (kind == CaseKind.RECUSED) {
                persons.values().forEach(person -> jdbc.sql("insert into case_recusal (case_id, person_id, since) values (?, ?, now())")
                        .params(file.id(), person)
                        .update());
            }
            if (kind == CaseKind.LANE) {
                cases.closeToLane(file.id(), "health-service");
            }
            if (kind == CaseKind.CHILD_PROTECTION) {
                cases.closeToLane(file.id(), "child-protection");
            }
            if (kind == CaseKind.CLOSED) {
                cases.close(file.id());
            }
        });
    }

    private void plan(CaseFile file, Town town, UUID pupil) {
        transactions.executeWithoutResult(t -> processes.start(
                "activity-plan",
                file.id(),
                town.school(),
                Facts.none()
                        .with(Fact.PUPIL, pupil.toString())
                        .with(Fact.ACCUSED, "pupil")
                        .with(Fact.SERIOUS, false)
                        .with(Fact.PROVISIONAL, false)));
        time.settle();
    }

    /** @return the task by which the guardian was asked */
    private String approved(Helpers helpers, CaseFile file, Town town, UUID pupil, long guardian) {
        does(helpers, file, "write-plan", Map.ofEntries(
                Map.entry("problem", "Eleven er alene."),
                Map.entry("pupilGoal", "Noen å være sammen med."),
                Map.entry("planMeasures[0].planWhat", "Læreren deler inn grupper før storefri og blir med ut."),
                Map.entry("planMeasures[0].planTarget", "group"),
                Map.entry("planMeasures[0].planFrom", "2026-11-23"),
                Map.entry("planMeasures[0].planTo", "2026-12-18"),
                Map.entry("planMeasures[0].planWho", "" + helpers.teacher()),
                Map.entry("planMeasures[0].planOften", "daily"),
                Map.entry("evaluation", "2026-11-30"),
                Map.entry("provisional", "no")));
        does(helpers, file, "hear-pupil-plan", Map.of(
                "heard", "yes", "talkedWhen", "2026-11-23", "pupilWords", "Jeg vil at noen ser meg.",
                "readAloud", "true", "pupilAgrees", "yes"));
        TaskRow asked = story.open(file, "guardian-view");
        families.send(
                planOf(file, pupil), guardian, asked.taskId(), Typed.empty().with("view", "agree"), Locale.forLanguageTag("nb"));
        time.settle();
        does(helpers, file, "approve-plan", Map.of("approved", "yes"));
        return asked.taskId();
    }

    private void does(Helpers helpers, CaseFile file, String task, Map<String, String> said) {
        TaskRow row = story.open(file, task);
        story.does(row.assignee() == null ? helpers.leader() : row.assignee(), row, said);
        time.settle();
    }

    private UUID party(CaseFile file, String role) {
        return one("select id from case_party where case_id = ? and role = ? and person_id is not null and removed_at is null",
                UUID.class, file.id(), role);
    }

    private UUID letter(CaseFile file, UUID pupil) {
        return one("select document_id from plan_document where plan_id = ? and for_family limit 1",
                UUID.class, planOf(file, pupil));
    }

    private UUID planOf(CaseFile file, UUID pupil) {
        return one("select id from plan where case_id = ? and pupil = ?", UUID.class, file.id(), pupil);
    }

    private <T> T one(String sql, Class<T> type, Object... params) {
        return jdbc.sql(sql).params(List.of(params)).query(type).single();
    }
}
