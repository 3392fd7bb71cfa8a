package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Gives an account its second factor: the secret for the app, a code that shows it arrived, the codes for paper. For those whom the
 * sign-in leads here, and for those who are in and want one, or another one.
 */
@Controller
class SecondFactorPage {

    static final String PATH = "/signin/second-factor";
    private static final String SECRET = SecondFactorPage.class.getName() + ".secret";
    private static final String PAPER = SecondFactorPage.class.getName() + ".paper";
    private static final String MAY_REPLACE = SecondFactorPage.class.getName() + ".mayReplace";
    private static final String AWAY = "redirect:/signin";

    private final SecondFactors factors;
    private final CodeCheck codes;
    private final Accounts accounts;
    private final SignIn signIn;
    private final KnownBrowsers browsers;
    private final Clock clock;

    SecondFactorPage(
            SecondFactors factors,
            CodeCheck codes,
            Accounts accounts,
            SignIn signIn,
            KnownBrowsers browsers,
            Clock clock) {
        this.factors = factors;
        this.codes = codes;
        this.accounts = accounts;
        this.signIn = signIn;
        this.browsers = browsers;
        this.clock = clock;
    }

    /** @param half whether they owe it to get in at all */
    private record Owner(long personId, String username, boolean half) {}

    /** What the paper said, and where one goes when it is put away. */
    private record Paper(List<String> codes, String next) implements java.io.Serializable {}

    @GetMapping(PATH)
    String show(@RequestParam(defaultValue = "") String trouble, HttpServletRequest request, Model page) {
        Optional<Owner> owner = owner(request);
        if (owner.isEmpty()) {
            return signedIn() ? "signin/second-factor-elsewhere" : AWAY;
        }
        page.addAttribute("trouble", CodeCheck.Answer.troubleOf(trouble));
        if (!mayEnrol(owner.get(), request)) {
            page.addAttribute("left", factors.leftOnPaper(owner.get().personId()));
            return owner.get().half() ? AWAY : "signin/second-factor-set";
        }
        page.addAttribute("secret", Totp.inWords(secret(request.getSession())));
        page.addAttribute("username", owner.get().username());
        page.addAttribute("required", owner.get().half());
        return "signin/second-factor";
    }

    /** The secret as a picture; only for the session that it was drawn for. */
    @GetMapping(PATH + "/qr.svg")
    ResponseEntity<String> picture(HttpServletRequest request) {
        Optional<Owner> owner = owner(request).filter(o -> mayEnrol(o, request));
        if (owner.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "image/svg+xml")
                .body(QrPicture.of(Totp.address(secret(request.getSession()), owner.get().username())));
    }

    @PostMapping(PATH)
    String confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Owner> owner = owner(request).filter(o -> mayEnrol(o, request));
        if (owner.isEmpty()) {
            return AWAY;
        }
        long person = owner.get().personId();
        Optional<List<String>> paper =
                factors.confirm(person, secret(request.getSession()), code.replaceAll("\\s", ""));
        if (paper.isEmpty()) {
            return "redirect:" + PATH + "?trouble=wrong";
        }
        // A new session: what was half is whole now, and the secret is forgotten here.
        String next = signIn.onTheWay(person, request, response).orElse("/signin?trouble=error");
        browsers.remember(person, request, response);
        request.getSession().setAttribute(PAPER, new Paper(paper.get(), next));
        return "redirect:" + PATH + "/codes";
    }

    @GetMapping(PATH + "/codes")
    String paper(HttpServletRequest request, Model page) {
        Optional<Paper> paper = owner(request).flatMap(o -> kept(request, PAPER, Paper.class));
        paper.ifPresent(p -> page.addAttribute("codes", p.codes()));
        return paper.isPresent() ? "signin/recovery-codes" : AWAY;
    }

    @PostMapping(PATH + "/codes")
    String putAway(HttpServletRequest request) {
        Optional<Paper> paper = owner(request).flatMap(o -> kept(request, PAPER, Paper.class));
        paper.ifPresent(p -> request.getSession().removeAttribute(PAPER));
        return paper.map(p -> "redirect:" + p.next()).orElse(AWAY);
    }

    /** A new phone: a code from the old one, or from paper, opens the way. */
    @PostMapping(PATH + "/replace")
    String replace(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        Optional<Owner> owner = owner(request).filter(o -> !o.half());
        if (owner.isEmpty()) {
            return AWAY;
        }
        CodeCheck.Answer answer = codes.check(owner.get().personId(), owner.get().username(), code, paper, request);
        if (answer != CodeCheck.Answer.RIGHT) {
            return "redirect:" + PATH + "?trouble=" + answer.trouble();
        }
        request.getSession().setAttribute(MAY_REPLACE, true);
        return "redirect:" + PATH;
    }

    /** Whoever has an account and is in, or gave its password. */
    private Optional<Owner> owner(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in) {
            long person = in.getPrincipal().personId();
            return accounts.usernameOf(person).map(name -> new Owner(person, name, false));
        }
        return HalfSignedIn.of(request, clock.instant()).map(h -> new Owner(h.personId(), h.username(), true));
    }

    private static boolean signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
    }

    // Who has one already, and is in by half, owes its code: a password alone must not exchange it.
    private boolean mayEnrol(Owner owner, HttpServletRequest request) {
        return !factors.has(owner.personId())
                || !owner.half() && kept(request, MAY_REPLACE, Boolean.class).isPresent();
    }

    private static byte[] secret(HttpSession session) {
        byte[] drawn = (byte[]) session.getAttribute(SECRET);
        if (drawn == null) {
            drawn = Totp.drawSecret();
            session.setAttribute(SECRET, drawn);
        }
        return drawn;
    }

    private static <T> Optional<T> kept(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false)).map(s -> type.cast(s.getAttribute(name)));
    }
}
