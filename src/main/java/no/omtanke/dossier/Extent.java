package no.omtanke.dossier;

/** About how many pages something written takes; told on the list, never relied on. */
final class Extent {

    private static final int SIGNS_ON_A_PAGE = 2_800;

    private Extent() {}

    static int pages(String written) {
        return Math.max(1, (written.length() + SIGNS_ON_A_PAGE - 1) / SIGNS_ON_A_PAGE);
    }
}
