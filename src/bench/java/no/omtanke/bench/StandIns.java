package no.omtanke.bench;

import java.beans.FeatureDescriptor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/** The beans that our models call, for a stock engine: whatever is asked is answered at once, without a database. */
final class StandIns extends JuelExpressionManager {

    private static final ThreadLocal<LocalDate> TODAY = ThreadLocal.withInitial(() -> OurCases.TODAY);
    private static final Set<String> DATES = Set.of("due", "watchFrom", "caseAge", "dueOf", "later");

    static void today(LocalDate day) {
        TODAY.set(day);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new Answering());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    private record Bean(String name) {}

    private static Object answer(String bean, String method) {
        if (DATES.contains(method)) {
            return Date.from(TODAY.get().plusDays(3).atTime(15, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant());
        }
        if (method.equals("toHear")) {
            return List.of("0c1f6b7e-5d43-4f0e-9a52-0c1f6b7e5d43");
        }
        if (bean.equals("assignments")) {
            return method.equals("reader") || method.equals("leadership") || method.equals("owner") ? "leadership:1" : "17";
        }
        return method.startsWith("roleOf") ? "affected" : null;
    }

    private static final class Answering extends ELResolver {

        @Override
        public Object getValue(ELContext el, Object base, Object property) {
            if (base != null || !(property instanceof String name)) {
                return null;
            }
            el.setPropertyResolved(true);
            return new Bean(name);
        }

        @Override
        public Object invoke(ELContext el, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (!(base instanceof Bean bean)) {
                return null;
            }
            el.setPropertyResolved(true);
            return answer(bean.name(), method.toString());
        }

        @Override
        public Class<?> getType(ELContext el, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext el, Object base, Object property, Object value) {
            // Nothing to set.
        }

        @Override
        public boolean isReadOnly(ELContext el, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext el, Object base) {
            return Object.class;
        }
    }
}
