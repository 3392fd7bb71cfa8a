package no.omtanke.calendar;

/** Public because the deadline table names one of four clocks: working days, school days, calendar days or calendar months. */
public enum DeadlineClock {
    WORKING,
    SCHOOL,
    CALENDAR,
    MONTHS;

    public static DeadlineClock of(String letter) {
        return switch (letter) {
            case "W" -> WORKING;
            case "S" -> SCHOOL;
            case "C" -> CALENDAR;
            case "M" -> MONTHS;
            default -> throw new IllegalArgumentException("A deadline runs by W, S, C or M, not by " + letter);
        };
    }
}
