package no.omtanke.demo;

import java.util.List;

/** Ordinary names of a Norwegian municipality. They are combined by chance, so that no real person is meant. */
enum Background {
    NORWEGIAN(
            "Berg Haugen Johansen Bakken Lie Solheim Strand Moen Dahl Lund Eide Nygård Sæther Øien Åsen Tveit"
                    + " Vik Hauge Rønning Myhre Brekke Fossum Grønli Kvam",
            "Anne Ingrid Kari Marit Silje Hilde Camilla Bjørg Tone Astrid Lars Ole Knut Øyvind Håkon Stian Geir Pål"
                    + " Rune Terje Åse Sindre",
            "Nora Emil Sofie Jakob Ella Oskar Ingrid Filip Maja Håkon Sara Aksel Tuva Jonas Live Mathias Åsta Sondre"
                    + " Frida Brage Ylva Odin"),
    SAMI(
            "Utsi Eira Somby Gaup Guttorm Hætta Buljo",
            "Máret Rávdná Biret Iŋgá Niillas Ásllat Máhtte Jovnná",
            "Áilu Elle Sárá Mihkkal Ánte Láilá Issát Risten"),
    POLISH(
            "Nowak Wójcik Woźniak Mazur Kaczmarek Pawlak Król",
            "Małgorzata Agnieszka Katarzyna Paweł Tomasz Łukasz Piotr Joanna",
            "Zuzanna Jakub Maja Szymon Oliwia Michał Hanna Błażej"),
    SOMALI(
            "Warsame Abdullahi Farah Jama Hersi Nuur Guled",
            "Hodan Sahra Ifrah Abdirahman Cabdi Mahad Faadumo Liban",
            "Ayaan Hamza Ikraan Zakariya Sumaya Bilal Hibaaq Ayub"),
    ARABIC(
            "Haddad Khalil Mansour Saleh Al-Masri Darwish Nasser",
            "Rania Samira Hanan Khaled Omar Bassam Dalia Walid",
            "Layla Yusuf Noor Adam Maryam Karim Jana Sami"),
    UKRAINIAN(
            "Kovalenko Bondarenko Tkachenko Marchenko Lysenko Savchuk Kravets",
            "Oksana Iryna Nataliia Andrii Serhii Taras Olha Mykola",
            "Sofiia Danylo Polina Maksym Anastasiia Nazar Zlata Matvii");

    private final List<String> familyNames;
    private final List<String> adults;
    private final List<String> children;

    Background(String familyNames, String adults, String children) {
        this.familyNames = List.of(familyNames.split(" "));
        this.adults = List.of(adults.split(" "));
        this.children = List.of(children.split(" "));
    }

    List<String> familyNames() {
        return familyNames;
    }

    List<String> adults() {
        return adults;
    }

    List<String> children() {
        return children;
    }
}
