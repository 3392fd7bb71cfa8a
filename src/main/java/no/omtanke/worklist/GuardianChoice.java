package no.omtanke.worklist;

/**
 * A guardian whom a form can be sent to.
 *
 * @param address the address on file, most of it hidden; null when there is none
 */
record GuardianChoice(long id, String name, String address) {

    /** Enough to recognise an address by, not enough to learn it. */
    static String masked(String address) {
        if (address == null || address.indexOf('@') < 1) {
            return null;
        }
        int at = address.indexOf('@');
        return address.substring(0, Math.min(at > 3 ? 2 : 1, at)) + "•••" + address.substring(at);
    }
}
