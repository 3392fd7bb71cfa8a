package no.omtanke.organization;

/** Public because every case, page and letter belongs to a school and follows its language form (nb or nn). */
public record School(int id, String slug, String name, String languageForm, String phone) {}
