package no.omtanke.portal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;

/** The answer to a post so large that not even its text could be read. What was kept earlier is still there. */
@Controller
class TooLarge {

    static final String PAGE = "/meld/for-stort";

    @RequestMapping(PAGE)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge() {
        return "portal/too-large";
    }

    /** The same for a post whose files were too large for the server to read on. */
    @ControllerAdvice
    static class Upload {

        @ExceptionHandler(MultipartException.class)
        @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
        String tooLarge() {
            return "portal/too-large";
        }
    }
}
