package no.omtanke.plan;

import java.time.LocalDate;

/**
 * How the pupil took part [law § 10-2]. Public because pages and letters show it.
 *
 * @param words the pupil's experience as it stands in the plan
 * @param readAloud it was read aloud to the pupil
 * @param agrees yes, partly or no
 * @param reason why the pupil was not heard
 */
public record PupilsPart(
        boolean heard, LocalDate on, String words, boolean readAloud, String agrees, String changes, String reason) {}
