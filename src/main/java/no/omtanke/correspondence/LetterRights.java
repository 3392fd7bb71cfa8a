package no.omtanke.correspondence;

/**
 * Whom the family can turn to. Public because every letter to a family ends with it.
 *
 * @param responsible who answers for the plan, as «Kari Berg, rektor»
 * @param statsforvalter by its name, as «Statsforvalteren i Solvik»
 */
public record LetterRights(String responsible, String phone, String statsforvalter) {

    /** A number is not broken over two lines. */
    public String phoneOnOneLine() {
        return phone == null ? "" : phone.replace(' ', '\u00a0');
    }
}
