package no.omtanke.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Shows forms and checks what was typed; public because every door and the process go through it. */
@Service
public class Forms {

    private final Feel feel;
    private final People people;
    private final FormTexts texts;
    private final ErrorTexts errors;
    private final Clock clock;

    Forms(Feel feel, People people, FormTexts texts, ErrorTexts errors, Clock clock) {
        this.feel = feel;
        this.people = people;
        this.texts = texts;
        this.errors = errors;
        this.clock = clock;
    }

    /** The form, or one of its pages (counted from 0), with what was typed so far. */
    public FormView view(FormDefinition form, Integer page, Typed typed, FormContext context) {
        return viewWithProblems(form, page, typed, context, Problems.none());
    }

    /** The same with what is still to do beside the fields. */
    public FormView viewWithProblems(
            FormDefinition form, Integer page, Typed typed, FormContext context, Problems problems) {
        Choices choices = new Choices(people, context);
        ViewBuilder builder = new ViewBuilder(
                form, sheet(form, typed, context, choices, true), choices, context.locale(), texts, errors, problems);
        return new FormView(form.id(), builder.fields(form.fields(page), ""), problems.onlyNewQuestions());
    }

    /** The answers of the form, or of one page, or what is still to do. */
    public Check check(FormDefinition form, Integer page, Typed typed, FormContext context) {
        Sheet sheet = sheet(form, typed, context, new Choices(people, context), false);
        List<FormField> fields = form.fields(page);
        Problems problems = new Checker(form, typed, sheet, context.locale(), texts, errors, feel).check(fields);
        return problems.isEmpty()
                ? new Check.Valid(new Answers(form.id(), sheet.answers(fields, "")))
                : new Check.Invalid(problems, problems.onlyNewQuestions());
    }

    /** What can be understood of a form that is being written, whatever is still missing in it. */
    public Answers soFar(FormDefinition form, Typed typed, FormContext context) {
        Sheet sheet = sheet(form, typed, context, new Choices(people, context), false);
        return new Answers(form.id(), sheet.answers(form.fields(), ""));
    }

    /** The pages that have something to ask, given what was typed. */
    public List<Integer> visiblePages(FormDefinition form, Typed typed, FormContext context) {
        Sheet sheet = sheet(form, typed, context, new Choices(people, context), true);
        List<Integer> visible = new ArrayList<>();
        for (int page = 0; page < form.pages().size(); page++) {
            if (FormField.asking(form.fields(page)).anyMatch(field -> !sheet.hidden(field.key()))) {
                visible.add(page);
            }
        }
        return visible;
    }

    /** A form to be filled in again: earlier answers stand where the form asks for them ({@code default: previous}). */
    public Typed again(FormDefinition form, Answers earlier) {
        return Again.fill(form, earlier);
    }

    /** The list with one more item that holds these texts, by the children's keys; an empty item is filled first. */
    public Typed addItem(FormDefinition form, Typed typed, String list, Map<String, String> texts) {
        return ListEdit.addFilled(form, typed, list, texts);
    }

    /** Carries out {@code add:<list>} or {@code remove:<list>:<index>}; anything else changes nothing. */
    public Typed edit(FormDefinition form, Typed typed, String action) {
        return ListEdit.apply(form, typed, action);
    }

    /** What checked answers mean for the case. */
    public Effects effects(FormDefinition form, Answers answers, FormContext context) {
        return new EffectsReader(feel).read(form, answers, context.facts());
    }

    private Sheet sheet(FormDefinition form, Typed typed, FormContext context, Choices choices, boolean prefilled) {
        return Sheet.fill(form, context, typed, prefilled, new AnswerParser(choices, clock), feel);
    }
}
