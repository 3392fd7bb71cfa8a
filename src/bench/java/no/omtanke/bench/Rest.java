package no.omtanke.bench;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.servlet.ServletContainer;

/** Camunda's REST interface for both engines, as it comes: no sign-in and so no authorizations to check. */
final class Rest implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    final int port;

    Rest(Path data) {
        tomcat.setBaseDir(data.resolve("tomcat").toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        var servlet = Tomcat.addServlet(context, "rest", new ServletContainer());
        servlet.addInitParameter("jakarta.ws.rs.Application", EngineRestApplication.class.getName());
        servlet.setLoadOnStartup(1);
        context.addServletMappingDecoded("/*", "rest");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
        port = tomcat.getConnector().getLocalPort();
    }

    String url(String engine) {
        return "http://localhost:" + port + "/engine/" + engine;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
