/**
 * Reads the forms that are drawn in the Camunda Modeler, shows them, checks what was typed and keeps drafts. A question
 * can be added or changed in {@code forms/} without touching Java.
 */
@ApplicationModule(allowedDependencies = {"organization", "vault"})
package no.omtanke.form;

import org.springframework.modulith.ApplicationModule;
