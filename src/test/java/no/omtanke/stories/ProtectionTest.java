package no.omtanke.stories;

class ProtectionTest extends ProtectionStories {}
