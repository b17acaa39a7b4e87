package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.emulator.world.StoredResource;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code $filter} of a list of groups or resources: comparisons of {@code resourceType}, {@code
 * name}, {@code resourceGroup}, {@code location}, {@code tagName}, {@code tagValue}, joined by
 * {@code and}. Evidence: recorded (arm-protocol 2).
 */
final class Filter {

    private static final Pattern TERM =
            Pattern.compile(
                    "\\s*(\\w+)\\s+(eq|ne)\\s+'((?:[^']|'')*)'\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    private record Term(String field, boolean equal, String value) {}

    private final List<Term> terms;

    private Filter(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * @throws ArmFault {@code 400 InvalidFilterInQueryString} if it is of another form
     */
    static Filter of(MatchedRequest request) {
        String text = request.query("$filter").orElse("");
        var terms = new ArrayList<Term>();
        if (!text.isBlank()) {
            for (String part : AND.split(text, -1)) {
                Matcher matcher = TERM.matcher(part);
                if (!matcher.matches()) {
                    throw new ArmFault(
                            400,
                            ArmError.of(
                                    "InvalidFilterInQueryString",
                                    "Invalid $filter '"
                                            + text
                                            + "' specified in the query string."));
                }
                terms.add(
                        new Term(
                                matcher.group(1).toLowerCase(Locale.ROOT),
                                matcher.group(2).equalsIgnoreCase("eq"),
                                matcher.group(3).replace("''", "'")));
            }
        }
        return new Filter(terms);
    }

    boolean takes(StoredResource resource) {
        return terms.stream().allMatch(term -> takes(term, resource));
    }

    private boolean takes(Term term, StoredResource resource) {
        boolean equal =
                switch (term.field()) {
                    case "resourcetype" ->
                            term.value().equalsIgnoreCase(resource.id().type().toString());
                    case "name" -> term.value().equalsIgnoreCase(resource.id().fullName());
                    case "resourcegroup" ->
                            resource.id().scope() instanceof Scope.ResourceGroup group
                                    && term.value().equalsIgnoreCase(group.name());
                    case "location" ->
                            resource.location()
                                    .filter(
                                            location ->
                                                    compact(location).equals(compact(term.value())))
                                    .isPresent();
                    case "tagname" -> tag(resource, term.value()).isPresent();
                    case "tagvalue" -> tagged(resource, term.value());
                    default -> false;
                };
        return equal == term.equal();
    }

    private boolean tagged(StoredResource resource, String value) {
        return terms.stream()
                .filter(term -> term.field().equals("tagname"))
                .allMatch(
                        term ->
                                tag(resource, term.value())
                                        .filter(found -> found.equals(Json.of(value)))
                                        .isPresent());
    }

    private static Optional<Json> tag(StoredResource resource, String name) {
        return resource.body()
                .get("tags")
                .flatMap(Json::asObject)
                .flatMap((JsonObject tags) -> tags.find(name));
    }

    private static String compact(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
