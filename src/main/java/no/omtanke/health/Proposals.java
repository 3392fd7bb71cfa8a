package no.omtanke.health;

import java.util.List;
import java.util.Optional;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;

/** What the health service would like to tell the school: it stands in its latest answer, until somebody has said yes or no to it. */
final class Proposals {

    private Proposals() {}

    /** The latest answer, when it proposes something and nobody has said yes or no since. */
    static Optional<Entry> open(List<Entry> answers, List<Entry> consents) {
        return latest(answers)
                .filter(Proposals::proposes)
                .filter(answer -> consents.stream().allMatch(said -> said.writtenAt().isBefore(answer.writtenAt())));
    }

    /** @param entries oldest first */
    static Optional<Entry> latest(List<Entry> entries) {
        return entries.stream().reduce((first, second) -> second);
    }

    static boolean proposes(Entry answer) {
        return Answers.fromJson(answer.json()).text("next").equals("school");
    }
}
