/** Floor 1: each case's own key; sealing, opening and destroying. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package no.omtanke.vault;
