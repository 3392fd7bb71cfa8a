package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a family says beforehand: when a child is away, never why. It is no case; it stands on the class's list at once. */
@Service
@Transactional
class AbsenceNotices implements FamilyForm {

    private final NoticeStore store;
    private final Directory directory;
    private final Clock clock;

    AbsenceNotices(NoticeStore store, Directory directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "absence-notice";
    }

    @Override
    public String address() {
        return "fravar";
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        Answers answers = sent.answers();
        LocalDate today = LocalDate.now(clock);
        LocalDate first =
                switch (answers.text("awayWhen")) {
                    case "today" -> today;
                    case "tomorrow" -> today.plusDays(1);
                    default -> LocalDate.parse(answers.text("firstDay"));
                };
        LocalDate last = answers.text("lastDay").isEmpty() ? first : LocalDate.parse(answers.text("lastDay"));
        String back = answers.text("backOn");
        for (String child : answers.list("children")) {
            directory.pupil(Long.parseLong(child)).ifPresent(pupil -> store.keep(
                    pupil.schoolId(),
                    new Notice(
                            pupil.person().id(),
                            sent.sender(),
                            first,
                            last,
                            time(answers, "fromTime"),
                            time(answers, "toTime"),
                            back.isEmpty() ? null : LocalDate.parse(back),
                            clock.instant()),
                    sent.source()));
        }
        return List.of();
    }

    private static LocalTime time(Answers answers, String key) {
        String text = answers.text(key);
        return text.isEmpty() ? null : LocalTime.parse(text);
    }
}
