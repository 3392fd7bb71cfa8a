package no.omtanke.stories;

class HealthTest extends HealthStories {}
