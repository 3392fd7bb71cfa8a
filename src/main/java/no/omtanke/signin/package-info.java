/** Floor 5: local accounts, sessions and what is open to whom. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "organization"})
package no.omtanke.signin;
