package no.omtanke.casefile;

/** An attachment's bytes with its name and the type that was found in it. Public because doors send it to a browser. */
public record FileContent(String name, String mediaType, byte[] bytes) {

    /** Without its name: this may reach a log. */
    @Override
    public String toString() {
        return mediaType + " of " + bytes.length + " bytes";
    }
}
