package no.omtanke.correspondence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A public sign-in for families, such as ID-porten, when the installation has one. Public because sign-in offers it and the families'
 * pages ask for it instead of a code; neither door knows the other.
 */
public interface StrongIdentity {

    /** Whether this installation has it. */
    boolean configured();

    /** The person in the directory whom this browser has signed in as just now. */
    Optional<Long> person(HttpServletRequest request);

    /** Where the person signs in. @param localReturnPath a path of ours to come back to */
    String signInPath(String localReturnPath);
}
