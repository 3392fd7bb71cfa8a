package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import no.omtanke.plan.FamilyLinks;
import no.omtanke.plan.FamilyLinks.PupilOfPlan;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Gives this browser to the pupil: what they see is their own page, and the employee is signed out of it. */
@Component
class PupilsScreen {

    private static final String TASK = "ask-pupil";

    private final FamilyLinks families;
    private final LinkSessions sessions;

    PupilsScreen(FamilyLinks families, LinkSessions sessions) {
        this.families = families;
        this.sessions = sessions;
    }

    /** The pupil who may answer alone: the one the task asks, when the directory knows them. */
    Optional<PupilOfPlan> pupil(TaskRow task) {
        return task.taskKey().equals(TASK) ? families.pupilOf(task) : Optional.empty();
    }

    void give(PupilOfPlan pupil, HttpServletRequest request, HttpServletResponse response) {
        give(LinkPurpose.MY_PLAN, pupil.plan(), pupil.person(), request, response);
    }

    /** The same for a pupil who is asked for consent. */
    void giveForConsent(UUID involvement, long pupil, HttpServletRequest request, HttpServletResponse response) {
        give(LinkPurpose.CONSENT, involvement, pupil, request, response);
    }

    private void give(LinkPurpose purpose, UUID subject, long person, HttpServletRequest request, HttpServletResponse response) {
        String token = sessions.begin(purpose, subject, person, LinkSessions.LASTS);
        new SecurityContextLogoutHandler()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        ResponseCookie cookie = ResponseCookie.from(purpose.cookie(request.isSecure()), token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(LinkSessions.LASTS)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
