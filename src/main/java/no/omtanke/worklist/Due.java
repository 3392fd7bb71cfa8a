package no.omtanke.worklist;

/**
 * A deadline in words with its date beside it.
 *
 * @param words «Om 2 arbeidsdager»
 * @param date «onsdag 25. november kl. 15.00»
 */
record Due(String words, String date, boolean late) {}
