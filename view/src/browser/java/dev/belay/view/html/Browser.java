package dev.belay.view.html;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser without a window. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final ChromeDriver driver;
    private final String axe;

    Browser() throws IOException {
        var options = new ChromeOptions();
        // root, as in a container, has no sandbox; small /dev/shm likewise
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
        // a driver that is named is not looked for in the network
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(program("chromedriver"))
                                .build(),
                        options);
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path.");
            }
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static File program(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(
                        name ->
                                Stream.of(path.split(File.pathSeparator, -1))
                                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Profile 'browser' needs "
                                                + String.join(" or ", names)
                                                + " on the path."));
    }

    /**
     * How a page is looked at.
     *
     * @param width in CSS pixels; a narrow one is a phone
     */
    record Look(int width, boolean dark, boolean paper) {

        @Override
        public String toString() {
            return width + (dark ? "-dark" : "") + (paper ? "-paper" : "");
        }
    }

    void open(Path page, Look look) {
        boolean phone = look.width() < 600;
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        look.width(),
                        "height",
                        844,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        phone));
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        look.paper() ? "print" : "screen",
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        look.dark() ? "dark" : "light"))));
        driver.get(page.toUri().toString());
    }

    private void command(String name, Map<String, ?> parameters) {
        driver.executeCdpCommand(name, Map.copyOf(parameters));
    }

    /** The number that an expression yields. */
    long number(String expression) {
        return ((Number) ask("return " + expression)).longValue();
    }

    String text(String expression) {
        return ask("return String(" + expression + ")").toString();
    }

    private Object ask(String script) {
        Object answer = driver.executeScript(script);
        if (answer == null) {
            throw new IllegalStateException("No answer to: " + script);
        }
        return answer;
    }

    void run(String script) {
        driver.executeScript(script);
    }

    /** Presses a key on an element. */
    void press(String element, String key) {
        ((WebElement) ask("return " + element))
                .sendKeys(Keys.valueOf(key.toUpperCase(Locale.ROOT)));
    }

    /** What axe objects to, one line each: the rule, the place, why. */
    List<String> violations() {
        driver.executeScript(axe);
        Object found =
                driver.executeAsyncScript(
                        """
                        const done = arguments[arguments.length - 1];
                        axe.run(document, {resultTypes: ['violations']}).then(
                            result => done(result.violations.flatMap(rule => rule.nodes.map(
                                node => rule.id + ': ' + node.target.join(' ') + ': '
                                    + node.failureSummary))),
                            error => done(['axe failed: ' + error]));
                        """);
        return ((List<?>) Objects.requireNonNull(found)).stream().map(Object::toString).toList();
    }

    /** How many rules of axe the page was held to and passed. */
    long passes() {
        Object passed =
                driver.executeAsyncScript(
                        """
                        const done = arguments[arguments.length - 1];
                        axe.run(document).then(result => done(result.passes.length));
                        """);
        return ((Number) Objects.requireNonNull(passed)).longValue();
    }

    /** Keeps a picture of the whole page. */
    void screenshot(String name, Look look) throws IOException {
        long height = number("document.documentElement.scrollHeight");
        var whole = Map.of("x", 0, "y", 0, "width", look.width(), "height", height, "scale", 1);
        Object data =
                driver.executeCdpCommand(
                                "Page.captureScreenshot",
                                Map.of(
                                        "format",
                                        "png",
                                        "captureBeyondViewport",
                                        true,
                                        "clip",
                                        whole))
                        .get("data");
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) data));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
