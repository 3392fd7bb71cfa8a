package no.omtanke.organization;

/** Who has a way in here. Public because a task for somebody who cannot sign in is nobody's task; the sign-in knows. */
public interface WhoCanSignIn {

    /** Whether the person has an account here or a name at one of the houses that say who somebody is. */
    boolean canSignIn(long person);
}
