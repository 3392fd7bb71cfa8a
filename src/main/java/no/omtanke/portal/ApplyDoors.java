package no.omtanke.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.omtanke.application.Applicants;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormField;
import no.omtanke.organization.PupilEntry;
import no.omtanke.portal.ReportDoor.Applicant;
import no.omtanke.process.FamilyAnswers;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Component;

/** What somebody can apply for who has come in, and for which children. */
@Component
class ApplyDoors {

    private final List<FamilyForm> forms;
    private final List<FamilyAnswers> answers;
    private final Applicants applicants;
    private final FormCatalog catalog;

    ApplyDoors(List<FamilyForm> forms, List<FamilyAnswers> answers, Applicants applicants, FormCatalog catalog) {
        this.forms = forms.stream().sorted(Comparator.comparing(FamilyForm::address)).toList();
        this.answers = answers;
        this.applicants = applicants;
        this.catalog = catalog;
    }

    /** Something that was sent before. Public because the template engine reads it. @param what its kind's address */
    public record SentBefore(String what, String reference) {}

    /** What the person may read the answers to. */
    List<SentBefore> answers(long person) {
        return answers.stream()
                .flatMap(kind -> kind.references(person).stream().map(reference -> new SentBefore(kind.address(), reference)))
                .toList();
    }

    /** The addresses of everything that the person can send for somebody. */
    List<String> offered(long person) {
        return forms.stream()
                .filter(form -> !children(form, person).isEmpty())
                .map(FamilyForm::address)
                .toList();
    }

    /** The way in of the address; empty when there is none, or none for this person. */
    Optional<ReportDoor> named(String address, long person) {
        return forms.stream()
                .filter(form -> form.address().equals(address))
                .filter(form -> !children(form, person).isEmpty())
                .findFirst()
                .map(form -> ReportDoor.applying(
                        form, new Applicant(person, form, children(form, person), question(form))));
    }

    private List<Long> children(FamilyForm form, long person) {
        return applicants.children(person, form.pupilAloneFrom()).stream()
                .filter(pupil -> form.offeredAt(pupil.schoolId()))
                .map(PupilEntry::person)
                .map(p -> p.id())
                .toList();
    }

    private String question(FamilyForm form) {
        return catalog.form(form.formId()).fields().stream()
                .flatMap(ApplyDoors::withInner)
                .filter(field -> "own-child".equals(field.directory()))
                .map(FormField::key)
                .findFirst()
                .orElse(null);
    }

    private static Stream<FormField> withInner(FormField field) {
        return Stream.concat(Stream.of(field), field.children().stream().flatMap(ApplyDoors::withInner));
    }
}
