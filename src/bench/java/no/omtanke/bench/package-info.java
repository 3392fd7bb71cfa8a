/** Measures Omtanke beside a stock engine: see docs/performance.md. No part of the program. */
package no.omtanke.bench;
