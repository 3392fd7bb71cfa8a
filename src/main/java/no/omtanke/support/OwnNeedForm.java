package no.omtanke.support;

import java.util.List;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Component;

/** A family tells the school what a child needs: difficulties, disability, illness, allergy, a conflict. */
@Component
class OwnNeedForm implements FamilyForm {

    private final Children children;
    private final SupportNeeds needs;

    OwnNeedForm(Children children, SupportNeeds needs) {
        this.children = children;
        this.needs = needs;
    }

    @Override
    public String formId() {
        return "report-own-need";
    }

    @Override
    public String address() {
        return "tilrettelegging";
    }

    @Override
    public int pupilAloneFrom() {
        return Children.SELF;
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        return List.of(needs.fromFamily(children.incoming(sent), children.writer(sent)));
    }
}
