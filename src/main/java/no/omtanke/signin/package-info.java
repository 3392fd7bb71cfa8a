/** Floor 5: local accounts, sessions and what is open to whom. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "organization", "network"})
package no.omtanke.signin;
