package no.omtanke.process;

/** The task list's tabs. Public because the list's address names one. */
public enum TaskTab {
    /** Mine, nobody's that I may take, and what a missed deadline raised to me; soonest due first. */
    NOW("now"),
    MINE("mine"),
    UNASSIGNED("unassigned"),
    /** In cases I work in or lead, but somebody else has it. */
    WAITING("waiting"),
    DONE("done");

    private final String id;

    TaskTab(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The tab of the id; the first one for anything else. */
    public static TaskTab of(String id) {
        for (TaskTab tab : values()) {
            if (tab.id.equals(id)) {
                return tab;
            }
        }
        return NOW;
    }
}
