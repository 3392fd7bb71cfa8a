package no.omtanke.organization;

/**
 * What letters begin with besides the municipality's name. Public because letters print it and administration changes it.
 *
 * @param address lines, empty when nothing is known
 * @param arms the coat of arms as a PNG picture, or null
 */
public record Letterhead(String address, byte[] arms) {

    public boolean hasArms() {
        return arms != null && arms.length > 0;
    }

    @Override
    public String toString() {
        return "letterhead";
    }
}
