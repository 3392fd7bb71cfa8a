package no.omtanke;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A signed-in employee's browser. */
public final class StaffBrowser implements AutoCloseable {

    private final BrowserContext context;
    private final String base;
    public final Page page;

    private StaffBrowser(BrowserContext context, int port) {
        this.context = context;
        this.base = "http://localhost:" + port;
        this.page = context.newPage();
    }

    public static StaffBrowser of(BrowserContext context, int port, TestTown towns, long person) {
        StaffBrowser browser = new StaffBrowser(context, port);
        browser.go("/signin");
        browser.page.fill("[name=username]", towns.account(person));
        browser.page.fill("[name=password]", TestTown.PASSWORD);
        browser.page.locator("form button[type=submit]").first().click();
        browser.page.waitForURL(url -> !url.contains("/signin"));
        return browser;
    }

    /** @return the answer's status */
    public int go(String path) {
        return page.navigate(base + path).status();
    }

    public String text() {
        page.waitForLoadState();
        return page.locator("main").innerText();
    }

    public void choose(String name, String value) {
        page.locator("[name='" + name + "'][value='" + value + "']").check();
    }

    public void press(String button) {
        page.locator("button:visible", new Page.LocatorOptions().setHasText(button)).first().click();
    }

    @Override
    public void close() {
        context.close();
    }
}
