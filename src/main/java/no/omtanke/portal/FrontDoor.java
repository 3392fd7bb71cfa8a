package no.omtanke.portal;

import java.util.List;

/** One large choice on the front page. Public because the template engine reads it. */
public record FrontDoor(String path, String key) {

    static final List<FrontDoor> ALL = List.of(
            new FrontDoor("/meld", "front.unsafe"),
            new FrontDoor("/sok", "front.leave"),
            new FrontDoor("/hjelp/sporsmal", "front.question"),
            new FrontDoor("/hjelp/ikke-hort", "front.notheard"),
            new FrontDoor("/meld/annet-barn", "front.other"),
            new FrontDoor("/meld/elev", "front.pupil"),
            new FrontDoor("/meld/helse", "front.health"));
}
