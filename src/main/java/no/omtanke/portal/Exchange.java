package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;

/** One request and what answers it. */
record Exchange(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {}
