package no.omtanke.form;

/**
 * One thing that keeps a form from being sent; public because pages list them and link to the field.
 *
 * @param name the field's HTML name
 * @param label the question, in the reader's language
 * @param text what to do, in the reader's language
 * @param page the page the field stands on, counted from 0
 * @param newQuestion the question only appeared through what was just answered: no mistake of anybody
 */
public record Problem(String name, String label, String text, int page, boolean newQuestion) {

    /** The HTML id of the field, for a link. */
    public String id() {
        return Names.id(name);
    }
}
