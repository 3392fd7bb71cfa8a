package no.omtanke.process;

import java.util.UUID;

/**
 * The page that somebody of a family has in a case without having reported it: their child's plan. Public because who answers them, and who
 * mails that there is an answer, asks for it, and the plan knows.
 */
public interface FamilyPages {

    boolean has(UUID caseId, long person);

    /** Mails a link to it; nothing when there is none, or no address. @param template of the mail */
    void mail(UUID caseId, long person, String template);
}
