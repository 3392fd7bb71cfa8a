package no.omtanke.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A path in this house. Whatever a browser says where to go next goes through here: nobody is sent elsewhere by our address. */
final class LocalPath {

    private static final int LONGEST = 500;

    private LocalPath() {}

    static Optional<String> of(String said) {
        if (said == null || said.length() > LONGEST || !said.startsWith("/") || said.startsWith("//")
                || said.chars().anyMatch(c -> c <= ' ' || c == '\\' || c >= 127)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(said);
            boolean local = uri.getScheme() == null && uri.getRawAuthority() == null && !uri.getPath().startsWith("//")
                    && !uri.getPath().contains("\\");
            return local ? Optional.of(said) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The path of a full address of ours, for somebody who was on the way there. */
    static Optional<String> within(String address) {
        try {
            URI uri = new URI(address);
            return of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
