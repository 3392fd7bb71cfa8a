package no.omtanke.leave;

/**
 * What the municipality has set. Public because an administrator changes it.
 *
 * @param capDays how many school days a pupil may have in a school year
 * @param teacherDays up to how many the contact teacher decides
 * @param leadDays how many working days before the first day it should come
 * @param bothAgree everybody with parental responsibility is asked
 */
public record LeaveSettings(int capDays, int teacherDays, int leadDays, boolean bothAgree) {

    /** Whether the numbers can be. */
    public boolean sound() {
        return within(capDays, 190) && within(teacherDays, 190) && within(leadDays, 60);
    }

    private static boolean within(int number, int most) {
        return number >= 0 && number <= most;
    }
}
