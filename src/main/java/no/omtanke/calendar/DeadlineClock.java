package no.omtanke.calendar;

/** Public because the deadline table names one of three clocks: working days, school days or calendar days. */
public enum DeadlineClock {
    WORKING,
    SCHOOL,
    CALENDAR;

    public static DeadlineClock of(String letter) {
        return switch (letter) {
            case "W" -> WORKING;
            case "S" -> SCHOOL;
            case "C" -> CALENDAR;
            default -> throw new IllegalArgumentException("A deadline runs by W, S or C, not by " + letter);
        };
    }
}
