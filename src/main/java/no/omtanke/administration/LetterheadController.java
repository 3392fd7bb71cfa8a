package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import no.omtanke.casefile.FileCheck;
import no.omtanke.casefile.FileContent;
import no.omtanke.correspondence.Arms;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Letterheads;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What the municipality's letters begin with: its address and its coat of arms. */
@Controller
class LetterheadController {

    private static final int MOST_BYTES = 512 * 1024;
    private static final int LONGEST = 300;
    private static final String HOME = "redirect:/administration/letters";

    private final Letterheads letterheads;
    private final Directory directory;

    LetterheadController(Letterheads letterheads, Directory directory) {
        this.letterheads = letterheads;
        this.directory = directory;
    }

    @GetMapping("/administration/letters")
    String show(Model page) {
        return page(letterheads.now().address(), null, page);
    }

    @PostMapping("/administration/letters")
    String keep(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(required = false) MultipartFile arms,
            HttpServletResponse response,
            Model page)
            throws IOException {
        if (action.equals("remove")) {
            letterheads.arms(null);
            return HOME + "?done";
        }
        String lines = address.strip().replace("\r\n", "\n");
        byte[] picture = arms == null || arms.isEmpty() ? null : arms.getBytes();
        String problem = lines.length() > LONGEST ? "address" : picture == null ? null : problem(picture);
        if (problem != null) {
            response.setStatus(422);
            return page(lines, problem, page);
        }
        letterheads.address(lines);
        if (picture != null) {
            letterheads.arms(picture);
        }
        return HOME + "?done";
    }

    /** The picture as it is kept, for the page that shows it. */
    @GetMapping("/administration/letters/arms")
    ResponseEntity<byte[]> arms() {
        byte[] picture = letterheads.now().arms();
        if (picture == null) {
            return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(picture);
    }

    /** What is wrong with the picture; null when nothing is. What it says it is does not count. */
    private static String problem(byte[] picture) {
        if (picture.length > MOST_BYTES) {
            return "big";
        }
        FileContent looked = FileCheck.look("arms", picture);
        return looked.mediaType().equals(MediaType.IMAGE_PNG_VALUE) ? Arms.problem(picture).orElse(null) : "type";
    }

    private String page(String address, String problem, Model page) {
        page.addAttribute("municipality", directory.municipality().name());
        page.addAttribute("address", address);
        page.addAttribute("hasArms", letterheads.now().hasArms());
        page.addAttribute("problem", problem);
        return "administration/letters";
    }
}
