package dev.belay.view.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages in a real browser, on a phone, on a screen, dark and on paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesInBrowserTest {

    private static final Map<String, String> PAGES = Samples.pages();
    private static final List<Browser.Look> LOOKS =
            List.of(
                    new Browser.Look(390, false, false),
                    new Browser.Look(390, true, false),
                    new Browser.Look(1280, false, false),
                    new Browser.Look(1280, true, false),
                    new Browser.Look(794, false, true));
    private static final Browser.Look PHONE = LOOKS.getFirst();
    private static final Browser.Look PAPER = LOOKS.getLast();

    private final Browser browser;

    @TempDir static Path folder;

    PagesInBrowserTest() throws IOException {
        browser = new Browser();
    }

    @BeforeAll
    void write() throws IOException {
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Files.writeString(file(page.getKey()), page.getValue());
        }
    }

    @AfterAll
    void close() {
        browser.close();
    }

    private static Path file(String page) {
        return folder.resolve(page + ".html");
    }

    static Stream<Arguments> looks() {
        return PAGES.keySet().stream()
                .flatMap(page -> LOOKS.stream().map(look -> Arguments.of(page, look)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void a_page_fits_and_axe_has_nothing_to_say(String page, Browser.Look look) throws IOException {
        browser.open(file(page), look);
        browser.screenshot(page + "-" + look, look);
        if (!look.paper()) {
            browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
            browser.screenshot(page + "-" + look + "-open", look);
        }

        assertThat(browser.number("document.documentElement.scrollWidth"))
                .as("widest thing: %s", browser.text(WIDEST))
                .isLessThanOrEqualTo(look.width());
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.passes()).isGreaterThan(15);
    }

    private static final String WIDEST =
            "[...document.querySelectorAll('body *')].sort((a, b) =>"
                    + " b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0]"
                    + ".outerHTML.slice(0, 200)";

    @Test
    void axe_objects_to_a_page_that_is_hard_to_read() throws IOException {
        Path bad = folder.resolve("bad.html");
        Files.writeString(
                bad,
                "<html><body><h1>A</h1><h4>B</h4><p style='color:#bbb'>pale</p><img src='data:,'>");
        browser.open(bad, PHONE);

        assertThat(browser.violations())
                .extracting(line -> line.split(":", 2)[0])
                .contains("color-contrast", "html-has-lang", "image-alt", "document-title");
    }

    @Test
    void on_paper_every_log_is_open() {
        browser.open(file("run-restored"), PAPER);

        assertThat(browser.number("document.querySelectorAll('details:not([open]) pre').length"))
                .isEqualTo(4);
        assertThat(browser.number(SEEN)).isEqualTo(4);
    }

    @Test
    void on_a_screen_logs_are_closed_and_open_by_the_keyboard() {
        browser.open(file("run-restored"), PHONE);

        assertThat(browser.number(SEEN)).isZero();
        browser.press("document.querySelector('summary')", "Enter");
        assertThat(browser.number(SEEN)).isEqualTo(1);
    }

    private static final String SEEN =
            "[...document.querySelectorAll('details pre')].filter(each =>"
                    + " each.checkVisibility({contentVisibilityAuto: true})"
                    + " && each.getBoundingClientRect().height > 10).length";

    @Test
    void the_first_tab_shows_the_skip_link_and_what_has_the_focus_is_seen() {
        browser.open(file("run-restored"), PHONE);
        browser.press("document.body", "Tab");

        assertThat(browser.text("document.activeElement.textContent")).isEqualTo("To the content");
        assertThat(browser.number("document.activeElement.getBoundingClientRect().left"))
                .isNotNegative();
        browser.press("document.activeElement", "Tab");
        assertThat(browser.text("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        assertThat(browser.text("document.activeElement.tagName")).isEqualTo("A");
    }

    @Test
    void dark_mode_is_dark() {
        browser.open(file("runs"), new Browser.Look(390, true, false));

        assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
    }
}
