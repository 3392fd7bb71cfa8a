package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.Trial;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.decision.Appeals;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.decision.DecisionDoor.Seen;
import no.omtanke.form.Answers;
import no.omtanke.organization.DirectoryRegister;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stories of decisions have besides: a case in which one is made, and parties who read, appeal and withdraw. */
abstract class DecisionStory extends ProcessStory {

    static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    CaseFiles cases;

    @Autowired
    Trial trial;

    @Autowired
    DecisionDoor door;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TransactionTemplate transaction;

    /** A case about the pupil that waits for a decision. */
    CaseFile asked() {
        return trial.begin(town);
    }

    /** The same, decided, with the letters on their way. */
    CaseFile decided(String... said) {
        CaseFile file = asked();
        done(file, "decide-trial", said);
        return file;
    }

    long secondGuardian(String email) {
        long father = register.addPerson("Far", town.tag(), email, null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
        return father;
    }

    void born(LocalDate day) {
        jdbc.sql("update person set birth_date = ? where id = ?").params(day, town.pupil()).update();
    }

    // --- what parties do

    Appeals.Came appeals(CaseFile file, long person, String... said) {
        Map<String, Object> answers = new HashMap<>(SaidOfDecisions.usual("send-appeal", today()));
        for (int i = 0; i < said.length; i += 2) {
            answers.put(said[i], said[i + 1]);
        }
        Appeals.Came came = door.appeal(decision(file), person, new Answers(DecisionDoor.FORM, answers), List.of()).orElseThrow();
        time.settle();
        return came;
    }

    boolean withdraws(CaseFile file, long person) {
        boolean done = door.withdraw(decision(file), person);
        time.settle();
        return done;
    }

    // --- what is seen

    /** The first decision of the case. */
    UUID decision(CaseFile file) {
        return decisions(file).get(0);
    }

    List<UUID> decisions(CaseFile file) {
        return jdbc.sql("select id from individual_decision where case_id = ? order by made_at, letter_number")
                .param(file.id())
                .query(UUID.class)
                .list();
    }

    Seen seen(CaseFile file, long person) {
        return door.show(decision(file), person, Locale.forLanguageTag("nb")).orElseThrow();
    }

    String state(CaseFile file) {
        return jdbc.sql("select state from appeal where case_id = ? order by registered_at desc limit 1")
                .param(file.id())
                .query(String.class)
                .single();
    }

    List<String> letters(CaseFile file) {
        return jdbc.sql("select kind from case_document where case_id = ? and kind <> 'attachment' order by added_at, id")
                .param(file.id())
                .query(String.class)
                .list();
    }

    long running(CaseFile file) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(file.id().toString()).count();
    }
}
