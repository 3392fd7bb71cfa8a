package no.omtanke.web;

import java.util.List;
import java.util.Map;
import no.omtanke.form.FormView;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Every part of the dress, worn. */
@Controller
@TestComponent
class GalleryPages {

    @GetMapping({"/gallery/form", "/gallery/staff/form"})
    String form(Model model, @RequestParam(defaultValue = "false") boolean wrong) {
        model.addAttribute("view", new FormView("gallery", GalleryFields.all(wrong, "no"), false));
        return "gallery/form";
    }

    @PostMapping({"/gallery/form", "/gallery/staff/form"})
    String sent(Model model, @RequestParam String action, @RequestParam(defaultValue = "no") String accused) {
        model.addAttribute("view", new FormView("gallery", GalleryFields.all(action.equals("send"), accused), false));
        return "gallery/form";
    }

    @PostMapping(path = "/gallery/form", headers = "X-Autosave")
    ResponseEntity<Void> saved() {
        return ResponseEntity.noContent().build();
    }

    @GetMapping({"/gallery/status", "/gallery/staff/status"})
    String status(Model model) {
        model.addAttribute("steps", List.of(
                Map.of("label", "Vi har fått meldingen", "state", "done", "when", "mandag 23. november", "note", ""),
                Map.of("label", "Vi snakker med barnet ditt", "state", "now", "when", "innen onsdag 25. november",
                        "note", "Kari Nordmann snakker med barnet ditt denne uka."),
                Map.of("label", "Vi finner ut hva som skjer", "state", "coming", "when", "", "note", "")));
        model.addAttribute("answers", List.of(
                Map.of("label", "Hva har skjedd?", "value", "Først dette.\nSå dette, som er et mye lengre svar enn"
                        + " det første, og som skal få plass også på en liten telefon.", "change", "/gallery/form"),
                Map.of("label", "Navnet ditt", "value", "", "change", "/gallery/form")));
        model.addAttribute("events", List.of(
                Map.of("when", "mandag 23. november kl. 13.30", "what", "Meldingen kom", "who", "", "text", "", "late", false),
                Map.of("when", "torsdag 26. november kl. 15.00", "what", "Fristen for å ringe gikk ut", "who", "",
                        "text", "Skoleeier har fått beskjed.", "late", true)));
        return "gallery/status";
    }

    @GetMapping("/signin")
    String signin(Model model) {
        model.addAttribute("demoUsers", List.of(
                Map.of("username", "kari", "name", "Kari Nordmann", "roleLabel", "rektor", "school", "Fjellet skole"),
                Map.of("username", "ola", "name", "Ola Sætre", "roleLabel", "revisor", "school", "")));
        return "signin";
    }

    @GetMapping({"/gallery/error/{code}", "/gallery/staff/error/{code}"})
    String error(@PathVariable int code) {
        throw new ResponseStatusException(HttpStatus.valueOf(code));
    }
}
