/** Floor 1: what every request meets before anybody is asked who they are: the address that counts, and how often it may knock. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package no.omtanke.network;
