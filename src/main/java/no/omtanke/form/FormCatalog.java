package no.omtanke.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** All forms, read once at the start; public because every door and the process ask for a form by its id. */
@Service
public class FormCatalog {

    private final Map<String, FormDefinition> forms;

    @Autowired
    FormCatalog() {
        this("classpath*:forms/**/*.form");
    }

    FormCatalog(String pattern) {
        Map<String, FormDefinition> found = new TreeMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream in = resource.getInputStream()) {
                    FormDefinition form = FormReader.read(in);
                    if (found.put(form.id(), form) != null) {
                        throw new IllegalStateException("Two forms are called " + form.id());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.forms = Collections.unmodifiableMap(found);
    }

    public FormDefinition form(String id) {
        FormDefinition form = forms.get(id);
        if (form == null) {
            throw new IllegalArgumentException("There is no form " + id);
        }
        return form;
    }

    public Set<String> ids() {
        return forms.keySet();
    }

    public boolean has(String id) {
        return forms.containsKey(id);
    }
}
