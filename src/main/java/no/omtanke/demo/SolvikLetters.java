package no.omtanke.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import no.omtanke.decision.TextBlock;
import no.omtanke.decision.TextBlocks;
import no.omtanke.organization.Letterheads;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What letters from Solvik begin with, and the ready texts of its decisions. Arms, address and texts are invented. */
@Component
@Profile("demo")
class SolvikLetters {

    private final Letterheads letterheads;
    private final TextBlocks blocks;

    SolvikLetters(Letterheads letterheads, TextBlocks blocks) {
        this.letterheads = letterheads;
        this.blocks = blocks;
    }

    void fill() {
        letterheads.address("Rådhusgata 1\n0001 Solvik");
        try {
            letterheads.arms(new ClassPathResource("demo/arms.png").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        leave(
                "Forsvarlig for eleven",
                "Eleven følger opplæringen godt, og de foresatte sørger for at det viktigste blir gjort i fraværet. Skolen mener at det er forsvarlig å gi fri.",
                "Eleven følgjer opplæringa godt, og dei føresette syter for at det viktigaste blir gjort i fråværet. Skulen meiner at det er forsvarleg å gi fri.",
                "The pupil keeps up well, and the guardians see to it that the most important things are done during the absence. The school finds it sound to grant leave.");
        leave(
                "Viktig undervisning i perioden",
                "I perioden har klassen prøver og arbeid som det er vanskelig å ta igjen. Skolen har lagt vekt på det.",
                "I perioden har klassen prøver og arbeid som det er vanskeleg å ta igjen. Skulen har lagt vekt på det.",
                "In this period the class has tests and work that are hard to catch up with. The school has given weight to that.");
        leave(
                "Mye fravær fra før",
                "Eleven har hatt mye fravær dette skoleåret. Mer fravær kan gå ut over opplæringen, og skolen har lagt avgjørende vekt på det.",
                "Eleven har hatt mykje fråvær dette skuleåret. Meir fråvær kan gå ut over opplæringa, og skulen har lagt avgjerande vekt på det.",
                "The pupil has been absent a lot this school year. More absence can harm the education, and the school has given decisive weight to that.");
        leave(
                "Helligdag",
                "Eleven tilhører et trossamfunn utenfor Den norske kirke og har rett til fri på helligdagen når de foresatte sørger for opplæringen.",
                "Eleven høyrer til eit trussamfunn utanfor Den norske kyrkja og har rett til fri på heilagdagen når dei føresette syter for opplæringa.",
                "The pupil belongs to a faith outside the Church of Norway and has a right to leave on its holy day when the guardians see to the education.");
    }

    private void leave(String title, String nb, String nn, String en) {
        blocks.keep(new TextBlock(0, "leave", title, nb, nn, en, false));
    }
}
