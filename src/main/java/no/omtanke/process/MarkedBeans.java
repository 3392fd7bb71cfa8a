package no.omtanke.process;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/** Finds marked beans by name, when asked and not before, and calls their methods; refuses every other target. */
class MarkedBeans extends ELResolver {

    private final ApplicationContext context;
    private final BeanELResolver methods = new BeanELResolver(true);

    MarkedBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public Object getValue(ELContext el, Object base, Object property) {
        if (base != null || !(property instanceof String name) || !context.containsBean(name)) {
            return null;
        }
        if (!marked(context.getType(name))) {
            return null;
        }
        el.setPropertyResolved(true);
        return context.getBean(name);
    }

    @Override
    public Object invoke(ELContext el, Object base, Object method, Class<?>[] types, Object[] arguments) {
        return base != null && marked(base.getClass()) ? methods.invoke(el, base, method, types, arguments) : null;
    }

    private static boolean marked(Class<?> type) {
        return type != null && AnnotationUtils.findAnnotation(type, CallableFromModel.class) != null;
    }

    @Override
    public Class<?> getType(ELContext el, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext el, Object base, Object property, Object value) {
        // Models change nothing but their variables.
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
