package no.omtanke.portal;

import no.omtanke.casefile.HeldFiles;
import no.omtanke.form.Drafts;
import no.omtanke.plan.FamilyLinks;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Once an hour: drafts that nobody sent in time are deleted, and their keys with them; links of former guardians are ended. */
@Configuration
@EnableScheduling
class Sweeping {

    private final Drafts drafts;
    private final HeldFiles files;
    private final FamilyLinks links;

    Sweeping(Drafts drafts, HeldFiles files, FamilyLinks links) {
        this.drafts = drafts;
        this.files = files;
        this.links = links;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        drafts.deleteExpired();
        files.releaseExpired();
        links.endThoseOver();
    }
}
