/** The invented municipality to try the product in; absent without the profile {@code demo}. */
package no.omtanke.demo;
