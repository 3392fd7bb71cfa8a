/** The database inside the program, for the first run and the tests; left out of a real installation's build. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package no.omtanke.embedded;
