package no.omtanke.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.FormTexts;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What items, people and days are called, on the page in the reader's language and in the package in the school's. */
@Component
class DossierWords {

    private final MessageSource messages;
    private final FormTexts forms;
    private final Directory directory;
    private final Clock clock;

    DossierWords(MessageSource messages, FormTexts forms, Directory directory, Clock clock) {
        this.messages = messages;
        this.forms = forms;
        this.directory = directory;
        this.clock = clock;
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage("dossier." + key, args.length == 0 ? null : args, locale);
    }

    /** Empty when there are no such words. */
    String known(String key, Locale locale) {
        return messages.getMessage("dossier." + key, null, "", locale);
    }

    String day(LocalDate day, Locale locale) {
        return day == null ? "" : DateTimeFormatter.ofPattern(text("pattern.day", locale), locale).format(day);
    }

    String day(Instant at, Locale locale) {
        return at == null ? "" : day(at.atZone(clock.getZone()).toLocalDate(), locale);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    String moment(Instant at, Locale locale) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(text("pattern.moment", locale), locale).format(at.atZone(clock.getZone()));
    }

    String name(Long person) {
        return person == null ? "" : directory.person(person).map(Person::name).orElse("?");
    }

    String task(String key, Locale locale) {
        return forms.title(key, locale, key);
    }

    /** What the item is, without anybody's name. */
    String title(Item item, Locale locale) {
        if (item instanceof Item.Written written) {
            return forms.title(written.entry().formId(), locale, written.entry().formId());
        }
        if (item instanceof Item.Version version) {
            return text("item.plan", locale, version.version().number());
        }
        if (item instanceof Item.Stood stood) {
            return text("item.stood", locale, day(stood.day(), locale));
        }
        if (item instanceof Item.Log) {
            return text("item.log", locale);
        }
        if (item instanceof Item.Evaluated evaluated) {
            return text("item.evaluation", locale, evaluated.evaluation().number());
        }
        return item instanceof Item.Kept kept ? kept.attachment().name() : text("item.course", locale);
    }

    /** Whose words it is. */
    String whose(Item item, Locale locale) {
        if (item instanceof Item.Written written) {
            return author(written.entry(), locale);
        }
        if (item instanceof Item.Kept kept && kept.entry() != null) {
            return author(kept.entry(), locale);
        }
        return text("author.school", locale);
    }

    /** Whom the item is about: the pupil's name, that it is somebody else, or nothing. */
    String about(Item item, Gathered gathered, Locale locale) {
        if (item.about() == null) {
            return "";
        }
        return gathered.isAnothers(item) ? text("about.another", locale) : gathered.name(item.about());
    }

    /** From when till when a version held. */
    String held(Item.Version item, Locale locale) {
        if (item.held() == null) {
            return text("held.never", locale);
        }
        String since = moment(item.held().since(), locale);
        return item.held().until() == null
                ? text("held.since", locale, since)
                : text("held.between", locale, since, moment(item.held().until(), locale));
    }

    /** The name in a plan's headings: only of a pupil whom the case is about. */
    String pupil(PlanView plan, Gathered gathered, Locale locale) {
        String name = gathered.name(plan.pupil());
        return name.isEmpty() && plan.pupil() != null ? text("about.another", locale) : name;
    }

    private String author(Entry entry, Locale locale) {
        if (entry.authorId() != null) {
            return name(entry.authorId());
        }
        String wrote = Answers.fromJson(entry.json()).text("reporterName");
        return wrote.isEmpty() ? text("author." + entry.authorKind(), locale) : wrote;
    }
}
