package no.omtanke.plan;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the quality gate must know besides the plan.
 *
 * @param lastEvaluation the last day that the municipality allows for the next evaluation
 * @param staff who works at the school today and may have a measure
 * @param pupilIsHere whether the pupil still goes to the school
 */
record Circumstances(
        LocalDate today,
        LocalDate lastEvaluation,
        Set<Long> staff,
        boolean pupilIsHere,
        Predicate<LocalDate> schoolDay) {}
