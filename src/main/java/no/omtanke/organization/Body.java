package no.omtanke.organization;

/**
 * Somebody who can help: a service, a person with a task, an office. Public because cases ask it and families find it.
 *
 * @param id 0 for one that is not kept yet
 * @param schoolId the school whose it is, or null for the whole municipality
 * @param words the municipality's own words about it, in bokmål, nynorsk and English; each may be null
 * @param needsConsent the family is asked before anything that points to a pupil is shared
 * @param closed it is asked no more
 */
public record Body(
        int id,
        Integer schoolId,
        BodyKind kind,
        String name,
        String email,
        String phone,
        String web,
        Words words,
        boolean familyMayContact,
        boolean needsConsent,
        boolean closed) {

    /** The same in three languages. Public with the record. */
    public record Words(String nb, String nn, String en) {

        /** In the language, or null. */
        public String in(String language) {
            return switch (language) {
                case "nn" -> nn;
                case "en" -> en;
                default -> nb;
            };
        }
    }
}
