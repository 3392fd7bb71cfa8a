package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Role;

/** What stories of adaptation have besides: a PPT with people and a leader, a school that refers, a family that goes there itself. */
abstract class SupportStory extends HelpStory {

    long leader;

    /** A PPT in which one answers and another leads. */
    int pptWithLeader() {
        int body = bodyWithAccount(BodyKind.PPT);
        leader = register.addPerson("Leder", town.tag(), address("leder"), null, null, "nb");
        register.giveRole(leader, Role.PPT, null, false, LONG_AGO, null);
        bodies.hold(body, List.of(helper, leader));
        bodies.lead(body, leader);
        return body;
    }

    CaseFile need(String... said) {
        CaseFile file = story.needRaised(town, towns.reader(town.social()), pairs(said));
        time.settle();
        return file;
    }

    /** A case in which the school has tried, and has written the referral. */
    CaseFile referred() {
        CaseFile file = need();
        done(file, "read-support-need");
        done(file, "try-adaptation");
        done(file, "write-referral");
        return file;
    }

    /** The newest involvement of the case. */
    UUID help(CaseFile file) {
        return jdbc.sql("select id from involvement where case_id = ? order by asked_at desc, id limit 1")
                .param(file.id())
                .query(UUID.class)
                .single();
    }

    UUID help(CaseFile file, String state) {
        return jdbc.sql("select id from involvement where case_id = ? and state = ?")
                .params(file.id(), state)
                .query(UUID.class)
                .single();
    }

    /** Of several who answer for PPT one takes the task. */
    void pptAnswers(CaseFile file, String task, String... said) {
        var row = story.open(file, task);
        if (helper == 0) {
            helps(help(file), task, said);
            return;
        }
        assertThat(story.does(helper, row, Said.in(row.formId(), town, today(), said)))
                .isInstanceOf(no.omtanke.process.FormSubmission.Outcome.Completed.class);
        time.settle();
    }

    CaseFile toPpt(long sender, String... said) {
        Map<String, String> all = new LinkedHashMap<>(Map.ofEntries(
                Map.entry("needKinds", "concentration"),
                Map.entry("needWhat", "Klarer ikke å sitte stille."),
                Map.entry("helpWanted", "Finne ut hva det er."),
                Map.entry("interpreter", "no"),
                Map.entry("reporterName", "Kari Nordmann"),
                Map.entry("phone", "40 00 00 03"),
                Map.entry("schoolMayKnow", "yes"),
                Map.entry("consentUntil", today().plusYears(1).toString()),
                Map.entry("consentFree", "true"),
                Map.entry("consentWithdraw", "true")));
        all.putAll(pairs(said));
        CaseFile file = story.familySends("tilrettelegging-ppt", sender, town.pupil(), all);
        time.settle();
        return file;
    }

    CaseFile toSchool(long sender) {
        CaseFile file = story.familySends("tilrettelegging", sender, town.pupil(), Map.of(
                "needKinds", "allergy", "needWhat", "Tåler ikke nøtter.", "phone", "40 00 00 03"));
        time.settle();
        return file;
    }

    static Map<String, String> pairs(String... said) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            all.put(said[i], said[i + 1]);
        }
        return all;
    }
}
