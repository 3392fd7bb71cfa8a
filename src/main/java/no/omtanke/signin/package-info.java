/** Floor 5: local accounts, providers, sessions and what is open to whom. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "network", "organization", "vault"})
package no.omtanke.signin;
