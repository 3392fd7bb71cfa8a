package no.omtanke.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;

/** Those who work in Solvik. Their addresses are named after their work, so a demo user knows whom they sign in as. */
class SolvikStaff {

    private static final Background[] BACKGROUNDS = {
        Background.NORWEGIAN, Background.NORWEGIAN, Background.SAMI, Background.NORWEGIAN, Background.NORWEGIAN,
        Background.POLISH, Background.NORWEGIAN, Background.NORWEGIAN, Background.ARABIC, Background.NORWEGIAN
    };

    private final DirectoryRegister register;
    private final InventedNames names;
    private final InventedAddresses addresses;
    private final LocalDate since;
    private int hired;
    private long nurse;

    SolvikStaff(DirectoryRegister register, InventedNames names, InventedAddresses addresses, LocalDate since) {
        this.register = register;
        this.names = names;
        this.addresses = addresses;
        this.since = since;
    }

    void hireForMunicipality() {
        hire("kommunalsjef", Role.SCHOOL_OWNER);
        hire("radgiver.oppvekst", Role.SCHOOL_OWNER);
        hire("revisor", Role.AUDITOR);
        hire("administrator", Role.ADMINISTRATOR);
        hire("drift", Role.OPERATOR);
        nurse = hire("helsesykepleier", Role.HEALTH_SERVICE, null, false, "nb");
        hire("ppt", Role.PPT);
        hire("ombud", Role.OMBUD);
        hire("beredskapsteam", Role.RESPONSE_TEAM);
        hire("beredskapsteam", Role.RESPONSE_TEAM);
    }

    /** Opens the school's classes too, each with its contact teacher. */
    List<OpenedClass> hireFor(int school, SolvikSchool plan) {
        // One nurse goes round to all schools.
        register.giveRole(nurse, Role.HEALTH_SERVICE, school, false, since, null);
        hire("rektor." + plan.slug, Role.LEADERSHIP, school, false, plan.languageForm);
        for (int deputy = 0; deputy < plan.deputies; deputy++) {
            hire("avdelingsleder." + plan.slug, Role.LEADERSHIP, school, true, plan.languageForm);
        }
        hire("sosiallarer." + plan.slug, Role.SOCIAL_TEACHER, school, false, plan.languageForm);
        hire("miljoarbeider." + plan.slug, Role.STAFF, school, false, plan.languageForm);
        hire("larer." + plan.slug, Role.STAFF, school, false, plan.languageForm);
        if (plan.hasAfterSchool()) {
            hire("sfo." + plan.slug, Role.STAFF, school, false, plan.languageForm);
            hire("sfo." + plan.slug, Role.STAFF, school, false, plan.languageForm);
        }
        List<OpenedClass> opened = new ArrayList<>();
        for (SolvikSchool.ClassName each : plan.classes()) {
            long teacher = hire(
                    "kontaktlarer." + each.name() + "." + plan.slug,
                    Role.CONTACT_TEACHER,
                    school,
                    false,
                    plan.languageForm);
            opened.add(new OpenedClass(
                    register.addClass(school, each.grade(), each.name(), teacher), each.grade(), each.name(), plan));
        }
        return opened;
    }

    private void hire(String work, Role role) {
        hire(work, role, null, false, "nb");
    }

    private long hire(String work, Role role, Integer school, boolean deputy, String language) {
        Background background = BACKGROUNDS[hired++ % BACKGROUNDS.length];
        String family = names.familyName(background);
        long person = register.addPerson(
                names.adult(background, family), family, addresses.email(work), addresses.phone(), null, language);
        register.giveRole(person, role, school, deputy, since, null);
        return person;
    }

    record OpenedClass(long id, int grade, String name, SolvikSchool school) {}
}
