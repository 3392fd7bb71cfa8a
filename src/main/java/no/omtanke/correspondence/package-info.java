/** Floor 2: e-mail, letters and secure links. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vault", "organization"})
package no.omtanke.correspondence;
