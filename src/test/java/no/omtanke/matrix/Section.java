package no.omtanke.matrix;

import java.util.List;
import java.util.Set;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;

/** Who gets in: the roles that the door opens to and, behind it, what the policy is asked. */
enum Section {
    CASE("One case", "The whole case: parties, what was written, files, the plan.", Door.DESK, Part.CONTENT),
    CLOSED_CASE("Opening a closed case again", "Only a closed case has this page.", Door.DESK, Part.CONTENT),
    TASK(
            "One task",
            "A task that is addressed to its reader, as its holder or to the leadership that they are of.",
            Door.DESK,
            Part.TASK),
    OPEN_TASK("Acting on an open task", "An ended task is not there any more.", Door.DESK, Part.TASK),
    HELD_TASK("Handing a task back", "Only its holder can.", Door.DESK, Part.TASK),
    ENDED_TASK("A task that has ended", "What became of it; nothing of the case.", Door.DESK, Part.TASK),
    SHARED_TASK("Asking somebody to write together", "The holder of a form that several write.", Door.DESK, Part.TASK),
    HISTORY("One case's history", "Steps, times and deadlines; nothing that anybody wrote.", Door.HISTORY, Part.HISTORY),
    EXPORT("The history as a file", "The same, to take away.", Door.HISTORY, Part.HISTORY_EXPORT),

    APPEALING(
            "Writing down an appeal that came by phone or on paper",
            "Whoever works in the whole case; only a case with a decision has this page, here their own.",
            Door.DESK,
            Part.CONTENT),
    LED_CASE(
            "Leading one case",
            "Letting somebody in again who stepped back: its leadership, and the owner.",
            Door.DESK,
            Part.CONTENT),
    HEALTH_NOTE("The health service's own notes", "In its lane, and only there.", Door.DESK, Part.CONTENT),
    JOINING(
            "Joining an open case with another, giving one of its pupils a case of their own",
            "Its leadership, and the owner where the owner sees all of it.",
            Door.DESK,
            Part.CONTENT),
    ASKING_HELP("Asking others to help in one case", "Those who see all its pupils; never in a closed lane.", Door.DESK, Part.CONTENT),
    WHOLE_CASE("The links that the families of a case have", "Those who see all its pupils.", Door.DESK, Part.CONTENT),
    MARK(
            "Marking what somebody wrote: do not pass on",
            "Here the family's report: those who lead the case. What an employee wrote they mark themselves, too.",
            Door.DESK,
            Part.CONTENT),
    AUDIT("Opening a case to audit it", "Auditors, about a case whose history they read.", Door.HISTORY, Part.HISTORY),
    OPENED_CASE(
            "The content, to read only",
            "An auditor who opened it; whoever reads the case anyway sees the same.",
            Door.HISTORY,
            Part.CONTENT),

    REQUESTS(
            "Statsforvalteren's requests about one case",
            "The school owner, in a case that the owner is told of: what was asked for, the packages, the orders.",
            Door.DESK,
            Part.DOSSIER),

    MY_REPORT("My report", "By the link of the receipt: what that person sent, and where it stands.", Door.ALL, Part.OWN_REPORT),
    MY_PLAN("My plan", "By a link: the plan of one pupil, as the pupil or a guardian sees it.", Door.ALL, Part.OWN_PLAN),
    OLD_VERSION("An older version of my plan", "By the link of a plan: guardians, not the pupil.", Door.ALL, Part.OWN_PLAN),
    OWN_TASK("What a family is asked", "By the link of a plan: the question to that person about that plan.", Door.ALL, Part.OWN_PLAN),
    OWN_DOCUMENT("A letter of a plan", "By the link of that plan.", Door.ALL, Part.OWN_PLAN),

    ASKED_CONSENT(
            "A question about consent",
            "By a link to whoever is asked: what the help is for and what kinds of information; nothing that anybody wrote about the case.",
            Door.ALL,
            Part.CONSENT),
    ASKED_HELP(
            "What is shared with a body",
            "By a link to a body without an account, as its own task to one with: the question and the chosen pieces, while the consent holds.",
            Door.ALL,
            Part.SHARED),

    MY_DECISION(
            "A decision about one's own child",
            "By a link to each of its parties: what was decided and why, its letter, an appeal and how it goes; nothing else of the case.",
            Door.ALL,
            Part.DECISION),

    LISTS("Lists of tasks and cases", "What stands in a list follows the tables above.", Door.DESK, null),
    STAFF("Staff's reports and plans, applications for leave", "What stands in a list follows the tables above.", Door.STAFF, null),
    WORKPLACE("The day's list, sending a form", "Who works at a school.", Door.STAFF, null),
    CLASS_ABSENCE(
            "A class's absence, a pupil's absence",
            "The contact teacher of the class and the leadership of the school; no other colleague, and not the school owner.",
            Door.STAFF,
            null),
    ABSENCE_FILE("Taking absence from a file", "The leadership of the school.", Door.STAFF, null),
    WAITING_FILE("A file of absence that waits to be looked at", "Answers only to the leader who sent it; here none waits.", Door.STAFF, null),
    LIBRARY("The library of measures", "", Door.LIBRARY, null),
    KEEPER("Keeping the library", "", Door.LIBRARY, null),
    HISTORY_LIST("The list of histories", "What stands in it follows the table above.", Door.HISTORY, null),
    ADMINISTRATION(
            "Handing over what a leaver had, and keeping a guardian out",
            "That something is there, nothing of what it is; never a case that the administrator is kept out of. Who is whose"
                    + " guardian stands in the directory.",
            Door.ADMINISTRATION,
            null),
    REGISTERING(
            "Registering a request from Statsforvalteren",
            "The case is typed in by its number: one that is not there and one that is not the owner's are answered alike.",
            Door.OWNER,
            null),
    PACKAGE(
            "A package for Statsforvalteren, and the list it is made of",
            "Answers only to the owner who has that task, and in whose case that package was made; here there is none.",
            Door.DESK,
            null),
    KEPT_HANDOVER("A hand-over that was kept", "Here one that never was.", Door.ADMINISTRATION, null),
    OPERATIONS("The operator's page", "", Door.OPERATOR, null),
    CAMUNDA("Camunda's web applications and their questions", "", Door.OPERATOR, null),
    SENT(
            "The pupil's screen, who sees a report to child protection",
            "Answers only to the employee who has the task that asks the pupil, or who is named in the report.",
            Door.DESK,
            null),
    SENT_REPORT("What one sent oneself, a class's leave as a file", "Answers only to the employee who sent the report, and to whoever has the class or leads the school.", Door.STAFF, null),
    INVITED("A form that the school sent", "Answers only to the browser that opened its link.", Door.ALL, null),
    NOBODY("Closed to all", "", Door.NOBODY, null),
    SIGNING_IN("Signing in", "Each for whoever is on the way in, or manages their own second factor; nothing of a case.", Door.ALL, null),
    OPEN("Open to all", "Nothing of a case stands here.", Door.ALL, null);

    /** The roles that an address opens to. */
    enum Door {
        ALL(Set.of()),
        STAFF(Set.of("contact-teacher", "staff", "social-teacher", "leadership", "school-owner")),
        DESK(Set.of("contact-teacher", "staff", "social-teacher", "leadership", "school-owner", "health-service")),
        LIBRARY(Set.of("contact-teacher", "staff", "social-teacher", "leadership", "school-owner", "administrator")),
        OWNER(Set.of("school-owner")),
        HISTORY(Set.of("leadership", "school-owner", "auditor")),
        OPERATOR(Set.of("operator")),
        ADMINISTRATION(Set.of("administrator")),
        NOBODY(Set.of());

        final Set<String> roles;

        Door(Set<String> roles) {
            this.roles = roles;
        }
    }

    /** By what of a plan a family asks. */
    enum Whose {
        OWN("own child's"),
        LINKED("another pupil's in the case"),
        OTHER("another case's");

        final String column;

        Whose(String column) {
            this.column = column;
        }
    }

    final String title;
    final String about;
    final Door door;
    final Part part;

    Section(String title, String about, Door door, Part part) {
        this.title = title;
        this.about = about;
        this.door = door;
        this.part = part;
    }

    /** Whether the answer depends on the case. */
    boolean ofCase() {
        return part != null && door != Door.ALL;
    }

    boolean byLink() {
        return part != null && door == Door.ALL;
    }

    /** Whether an address of the section names something of one plan. */
    boolean named() {
        return this == OWN_TASK || this == OWN_DOCUMENT;
    }

    List<Endpoint> endpoints() {
        return Endpoints.ALL.stream().filter(e -> e.section() == this).toList();
    }

    /** The answer of a door that depends on the role only. */
    Answer expected(Member member) {
        Answer door = atTheDoor(member);
        if (door != Answer.OPENS) {
            return door;
        }
        boolean owner = member.reader() != null && member.reader().in("school-owner");
        boolean keeps = owner || member.reader() != null && member.reader().in("administrator");
        return switch (this) {
            case SENT, SENT_REPORT, INVITED, KEPT_HANDOVER, PACKAGE, WAITING_FILE -> Answer.UNKNOWN;
            case WORKPLACE -> owner ? Answer.UNKNOWN : Answer.OPENS;
            case CLASS_ABSENCE -> member.reader().holds("contact-teacher") || member.reader().holds("leadership") ? Answer.OPENS : Answer.UNKNOWN;
            case ABSENCE_FILE -> member.reader().holds("leadership") ? Answer.OPENS : Answer.UNKNOWN;
            case KEEPER -> keeps ? Answer.OPENS : Answer.UNKNOWN;
            default -> Answer.OPENS;
        };
    }

    /** The answer about a case: first the door, then the policy. */
    Answer expected(Member member, CaseKind kind, CasePolicy policy) {
        Answer door = atTheDoor(member);
        if (door != Answer.OPENS) {
            return door;
        }
        int school = kind.elsewhere() ? Cast.OTHER_SCHOOL : member.school();
        boolean holds = kind.takesPart() && kind != CaseKind.CLOSED || kind.hasMeasure() && this != SHARED_TASK;
        boolean addressed = holds || kind != CaseKind.MEASURE && member.reader().in("leadership:" + school);
        boolean there = switch (this) {
            case CLOSED_CASE -> kind == CaseKind.CLOSED;
            case APPEALING -> kind == CaseKind.OWN;
            case TASK -> kind == CaseKind.CLOSED || addressed;
            case OPEN_TASK -> kind != CaseKind.CLOSED && addressed;
            case HELD_TASK, SHARED_TASK -> holds;
            case LED_CASE -> leads(member, kind, school) || member.reader().in("school-owner");
            case JOINING -> kind != CaseKind.CLOSED
                    && (leads(member, kind, school) || member.reader().in("school-owner") && kind != CaseKind.ONE_PUPIL);
            case MARK -> leads(member, kind, school) || owns(member, kind);
            case ASKING_HELP -> kind != CaseKind.LANE
                    && kind != CaseKind.CHILD_PROTECTION
                    && (kind != CaseKind.ONE_PUPIL || leads(member, kind, school) || owns(member, kind));
            case WHOLE_CASE -> kind != CaseKind.ONE_PUPIL || leads(member, kind, school) || owns(member, kind);
            case HEALTH_NOTE -> kind == CaseKind.LANE && member.reader().in("health-service:" + school);
            case AUDIT -> member.reader().in("auditor");
            default -> true;
        };
        boolean aboutTheMeasure = kind == CaseKind.MEASURE && part == Part.TASK && this != ENDED_TASK;
        Part asked = aboutTheMeasure ? Part.MEASURE : part;
        Reader reader = member.reader();
        return there && policy.decide(reader, kind.facts(Cast.ANY_CASE, school, reader), asked).allowed()
                ? Answer.OPENS
                : Answer.UNKNOWN;
    }

    /** The answer to somebody who came by a link: their own session, and what it names. */
    Answer expected(Member member, Whose whose, CasePolicy policy) {
        String needed =
                switch (part) {
                    case OWN_REPORT -> "link:";
                    case CONSENT -> "consent-link:";
                    case SHARED -> "body-link:";
                    case DECISION -> "decision-link:";
                    default -> "plan-link:";
                };
        if (!member.links().contains(needed)) {
            // A letter is a file: there is no page to say that a link is needed.
            return this == OWN_DOCUMENT ? Answer.UNKNOWN : Answer.NO_LINK;
        }
        Reader reader = new Reader(0, "", Set.of(needed + Cast.ANY_CASE, "body:" + CaseKind.BODY));
        boolean allowed =
                policy.decide(reader, CaseKind.SAME_SCHOOL.facts(Cast.ANY_CASE, Cast.OTHER_SCHOOL, reader), part).allowed();
        boolean forThem = this != OLD_VERSION || !member.who().equals(Cast.PUPIL);
        return allowed && forThem && whose == Whose.OWN ? Answer.OPENS : Answer.UNKNOWN;
    }

    private static boolean leads(Member member, CaseKind kind, int school) {
        return member.reader().in("leadership:" + school) && !kind.leaderAccused(true);
    }

    private static boolean owns(Member member, CaseKind kind) {
        return member.reader().in("school-owner") && kind.leaderAccused(false);
    }

    private Answer atTheDoor(Member member) {
        if (door == Door.ALL) {
            return Answer.OPENS;
        }
        if (member.reader() == null) {
            return Answer.SIGN_IN;
        }
        return door.roles.stream().anyMatch(member.reader()::holds) ? Answer.OPENS : Answer.CLOSED;
    }
}
