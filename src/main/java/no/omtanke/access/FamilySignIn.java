package no.omtanke.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * A family member's proof of who they are, given by ID-porten: "this browser is person 17 until half past two". It opens nothing by
 * itself and is nobody's session: who asks for it still asks what the person may see. Public because the families' door asks for it as a
 * second step; the sign-in gives it.
 */
public interface FamilySignIn {

    /** Whether this installation knows ID-porten. */
    boolean configured();

    /** Who this browser's visitor has proved to be, as long as the proof lasts. */
    Optional<Long> personOf(HttpServletRequest request);

    /**
     * The address of a link (not of a form: a form may lead to our own house only) that begins the proof and comes back.
     *
     * @param returnTo a local path; it stands in the address, so it must not carry a token
     */
    String address(String returnTo);

    /** Ends the proof in this browser. @return where to go to end it at ID-porten too, by a link or a refreshed page */
    Optional<String> end(HttpServletRequest request, HttpServletResponse response);
}
