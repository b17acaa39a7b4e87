package dev.belay.view.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.testkit.Golden;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

final class PagesTest {

    private static final Map<String, String> PAGES = Samples.pages();
    private static final int LARGEST = 40_000;

    @TestFactory
    Stream<DynamicTest> pages_are_as_they_were() {
        return Golden.folders(
                "src/test/golden/html",
                sample -> Map.of("page.html", PAGES.getOrDefault(sample.name(), "")));
    }

    static Set<String> names() {
        return PAGES.keySet();
    }

    private static Document page(String name) {
        return Jsoup.parse(PAGES.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_page_needs_nothing_else_and_runs_nothing(String name) {
        Document page = page(name);

        assertThat(page.select("script, iframe, object, embed, img, form, base")).isEmpty();
        assertThat(page.select("[src], link[rel=stylesheet]")).isEmpty();
        assertThat(page.select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(page.select("a").eachAttr("href")).noneMatch(link -> link.contains(":"));
        assertThat(page.getAllElements())
                .allSatisfy(
                        element ->
                                assertThat(element.attributes().asList())
                                        .noneMatch(each -> each.getKey().startsWith("on")));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none';");
        assertThat(PAGES.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(LARGEST);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_page_has_landmarks_and_headings_in_order(String name) {
        Document page = page(name);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("body > header, body > footer")).hasSize(2);
        assertThat(page.body().child(0).attr("href")).isEqualTo("#main");
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            assertThat(heading.text()).isNotBlank();
            level = next;
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void links_and_labels_lead_somewhere(String name) {
        Document page = page(name);
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .allSatisfy(label -> assertThat(ids).contains(label));
    }

    @ParameterizedTest
    @MethodSource("names")
    void tables_have_captions_and_scopes_and_details_a_summary(String name) {
        Document page = page(name);

        assertThat(page.select("table"))
                .allSatisfy(table -> assertThat(table.child(0).tagName()).isEqualTo("caption"));
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("details"))
                .allSatisfy(part -> assertThat(part.child(0).tagName()).isEqualTo("summary"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_status_is_told_by_a_word_too(String name) {
        assertThat(page(name).select(".status"))
                .isNotEmpty()
                .allSatisfy(
                        status -> {
                            assertThat(status.select("[aria-hidden]")).hasSize(1);
                            assertThat(status.ownText()).isNotBlank();
                        });
    }

    @Test
    void the_page_of_a_run_shows_its_tree_saved_changes_undo_and_logs() {
        Document page = page("run-restored");

        assertThat(page.select("nav > ol > li > a").eachText())
                .containsExactly("provision", "verify", "Rollback");
        assertThat(page.select("nav a[href=#step-2]").text()).startsWith("smoke test <script>");
        assertThat(page.select("#step-1 h4").eachText())
                .containsExactly("Saved before the deployment", "Changed");
        assertThat(page.select("#step-1 tr:has(th:contains(accessTier)) td").eachText())
                .containsExactly("Hot", "Cool");
        assertThat(page.select("#step-1 pre").getFirst().wholeText())
                .contains("\"accessTier\": \"Hot\"");
        assertThat(page.select("#rollback-1 h4").eachText())
                .containsExactly(
                        "Undone, in this order", "Left different", "Left alone: changed by others");
        assertThat(page.select("#rollback-1 ol > li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("restored", "stshop", "/tags/owner"),
                        second -> assertThat(second).contains("recreated", "vnet-with-a-name"),
                        third -> assertThat(third).contains("failed", "sb-orders", "ScopeLocked"));
        assertThat(page.select("#step-2 details pre").text()).contains("<script>alert('1')");
        assertThat(page.select(".verdict").text()).contains("RESTORED_WITH_RESIDUE");
    }

    @Test
    void a_run_that_waits_says_what_is_asked_and_how_to_answer() {
        Document page = page("run-waiting");

        assertThat(page.select("#waiting ~ .box").text())
                .contains("May version 42 go live?", "2026-03-02 21:58:40 UTC")
                .contains("belay approve run-7ebee7d35f154c8ab0a7f28cb64edbec --step");
        assertThat(page.select("nav ol ol ol a").eachText())
                .containsExactly("ask the owner", "deploy the network");
        assertThat(page.select("article h3").eachText())
                .anyMatch(name -> name.contains("deploy the network"));
        assertThat(page.select(".verdict").text()).contains("UNFINISHED");
    }

    @Test
    void the_list_leads_to_a_page_of_each_run() {
        Document page = page("runs");

        assertThat(page.select("tbody tr")).hasSize(SampleRuns.list().rows().size());
        assertThat(page.select("tbody a").eachAttr("href"))
                .allMatch(link -> link.matches("run-[0-9a-f]{32}\\.html"));
        assertThat(page.select("tbody .status").eachText())
                .anyMatch(status -> status.contains("WAITING FOR A PERSON"));
    }

    @Test
    void what_comes_from_others_is_shown_as_text() {
        assertThat(page("run-restored").select("#inputs ~ table td").getLast().text())
                .isEqualTo("<script>alert('1')</script> & \"quoted\" </pre></details>");
        assertThat(page("run-restored").select("details")).hasSize(4);
    }
}
