package no.omtanke.network;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts our valves behind the one that believes the proxy, so that the address is the visitor's. */
@Configuration(proxyBeanMethods = false)
class ServerSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final int AFTER_THE_PROXY = 100;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new CountedAddress(), new Floor());
    }

    @Override
    public int getOrder() {
        return AFTER_THE_PROXY;
    }
}
