package no.omtanke.correspondence;

import java.time.LocalDate;

/** Who writes, about which case and when. Public because every letter begins with it and repeats it on each page. */
public record LetterHead(String municipality, String school, String reference, LocalDate date) {}
