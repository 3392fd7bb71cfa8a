package no.omtanke.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.Entry;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Held;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;

/** One thing that can be in a package. */
sealed interface Item {

    /** The same each time the case is gathered: ids and numbers only. */
    String key();

    Section section();

    /** When it came to be; null for what is made for the package. */
    Instant at();

    /** The pupil whom it is about, or null for what is about the case. */
    UUID about();

    /** The file that leaves beside the PDF, or null. */
    default UUID file() {
        return null;
    }

    /** The timeline with deadlines held and missed. */
    record Course() implements Item {
        @Override
        public String key() {
            return "course";
        }

        @Override
        public Section section() {
            return Section.COURSE;
        }

        @Override
        public Instant at() {
            return null;
        }

        @Override
        public UUID about() {
            return null;
        }
    }

    /** What somebody wrote. */
    record Written(Entry entry) implements Item {
        @Override
        public String key() {
            return "entry:" + entry.id();
        }

        @Override
        public Section section() {
            return Section.of(entry.formId());
        }

        @Override
        public Instant at() {
            return entry.writtenAt();
        }

        @Override
        public UUID about() {
            return entry.about();
        }
    }

    /** A version of a plan. @param held null when it never held */
    record Version(PlanView plan, PlanVersion version, Held held) implements Item {
        @Override
        public String key() {
            return "plan:" + plan.id() + ":" + version.number();
        }

        @Override
        public Section section() {
            return Section.PLANS;
        }

        @Override
        public Instant at() {
            return version.writtenAt();
        }

        @Override
        public UUID about() {
            return plan.pupil();
        }
    }

    /** A plan as it stood when a day ended. @param version null when none held */
    record Stood(PlanView plan, PlanVersion version, LocalDate day) implements Item {
        @Override
        public String key() {
            return "stood:" + plan.id() + ":" + day;
        }

        @Override
        public Section section() {
            return Section.PLANS;
        }

        @Override
        public Instant at() {
            return null;
        }

        @Override
        public UUID about() {
            return plan.pupil();
        }
    }

    /** The measures of a plan that ran, with their log. */
    record Log(PlanView plan) implements Item {
        @Override
        public String key() {
            return "log:" + plan.id();
        }

        @Override
        public Section section() {
            return Section.MEASURES;
        }

        @Override
        public Instant at() {
            return plan.begunAt();
        }

        @Override
        public UUID about() {
            return plan.pupil();
        }
    }

    /** A finished evaluation. */
    record Evaluated(PlanView plan, Evaluation evaluation) implements Item {
        @Override
        public String key() {
            return "evaluation:" + plan.id() + ":" + evaluation.number();
        }

        @Override
        public Section section() {
            return Section.EVALUATIONS;
        }

        @Override
        public Instant at() {
            return evaluation.endedAt();
        }

        @Override
        public UUID about() {
            return plan.pupil();
        }
    }

    /** A file of the case. @param entry the entry that it came with, or null for a letter that the program wrote */
    record Kept(Attachment attachment, Entry entry, Instant at, UUID about) implements Item {
        @Override
        public String key() {
            return "file:" + attachment.id();
        }

        @Override
        public Section section() {
            return Section.FILES;
        }

        @Override
        public UUID file() {
            return attachment.id();
        }
    }
}
