package no.omtanke.form;

/** The outcome of checking what was typed; public because the door goes on with either branch. */
public sealed interface Check {

    /** Everything asked is answered; public because the answers are stored by the caller. */
    record Valid(Answers answers) implements Check {}

    /** Something is missing or wrong; public because the caller shows the form again with these problems. */
    record Invalid(Problems problems, boolean onlyNewQuestions) implements Check {}
}
