package no.omtanke.support;

import java.util.List;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Component;

/** A family goes straight to PPT, where PPT can be reached and families may. */
@Component
class OwnPptForm implements FamilyForm {

    private final Children children;
    private final SupportNeeds needs;
    private final Bodies bodies;

    OwnPptForm(Children children, SupportNeeds needs, Bodies bodies) {
        this.children = children;
        this.needs = needs;
        this.bodies = bodies;
    }

    @Override
    public String formId() {
        return "report-ppt";
    }

    @Override
    public String address() {
        return "tilrettelegging-ppt";
    }

    @Override
    public int pupilAloneFrom() {
        return Children.SELF;
    }

    @Override
    public boolean offeredAt(int schoolId) {
        return bodies.reachable(BodyKind.PPT, schoolId).filter(Body::familyMayContact).isPresent();
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        return List.of(needs.toPpt(children.incoming(sent), children.writer(sent)));
    }
}
