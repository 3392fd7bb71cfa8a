package no.omtanke.organization;

/** Public because a pupil is chosen and shown with the class that tells same-named pupils apart. */
public record PupilEntry(Person person, int schoolId, int grade, String className) {

    public String label() {
        return person.name() + " (" + className + ")";
    }
}
