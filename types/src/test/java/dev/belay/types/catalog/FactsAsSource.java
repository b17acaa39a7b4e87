package dev.belay.types.catalog;

import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonObject;

import java.util.Collection;
import java.util.List;

/**
 * Says what the API says of a type in the form of the source, so that the two can be compared. Only
 * facts that the API answers are in it: nothing is copied from the catalog's own JSON.
 */
final class FactsAsSource {

    private final TypeFacts facts;

    FactsAsSource(TypeFacts facts) {
        this.facts = facts;
    }

    /** The members of the entry that need no shape; lists as sorted texts. */
    JsonObject entry() {
        var entry =
                JsonObject.builder()
                        .put("apiVersion", facts.body(catalogVersion()).apiVersion())
                        .put("apiVersions", texts(facts.apiVersions()))
                        .put("readableScopes", scopes(facts.readableScopes()))
                        .put("writableScopes", scopes(facts.writableScopes()))
                        .put("writableMembers", texts(facts.writableMembers()))
                        .put("readOnlyMembers", texts(facts.readOnlyMembers()));
        if (facts.tracked()) {
            entry.put("tracked", true);
        }
        if (facts.origin() == Origin.SDK) {
            entry.put("origin", "sdk");
        }
        some(entry, "fixedNames", of(facts.fixedNames(), facts.origin()));
        if (facts.deletedInCompleteMode().origin() == Origin.DOCS) {
            boolean deleted = facts.deletedInCompleteMode().value();
            entry.put("fromDocs", JsonObject.of("deletedInCompleteMode", Json.of(deleted)));
        }
        if (!facts.verbs().isEmpty()) {
            entry.put("fromSdk", sdk());
        }
        return entry.build();
    }

    /** The catalog's own choice of api-version, whatever the overlay says. */
    String catalogVersion() {
        List<String> versions = facts.apiVersions();
        return versions.reversed().stream()
                .filter(version -> !version.contains("-preview"))
                .filter(version -> facts.body(version).exact())
                .findFirst()
                .orElseGet(
                        () ->
                                versions.reversed().stream()
                                        .filter(version -> facts.body(version).exact())
                                        .findFirst()
                                        .orElseThrow());
    }

    private JsonObject sdk() {
        var sdk = JsonObject.builder().put("apiVersion", facts.sdkApiVersion().map(Json::of));
        some(sdk, "verbs", facts.verbs().stream().map(Method::name).toList());
        some(sdk, "longRunningVerbs", facts.longRunningVerbs().stream().map(Method::name).toList());
        some(
                sdk,
                "moreActions",
                facts.actions().stream()
                        .filter(action -> action.apiVersion().isEmpty())
                        .map(Action::name)
                        .toList());
        if (facts.origin() != Origin.SDK) {
            some(sdk, "fixedNames", of(facts.fixedNames(), Origin.SDK));
        }
        some(sdk, "createOnlyHints", of(facts.createOnlyHints(), Origin.SDK));
        some(sdk, "createOnlyHintsWeak", of(facts.createOnlyHintsWeak(), Origin.SDK));
        some(sdk, "secretHints", of(facts.secretHints(), Origin.SDK));
        some(sdk, "fractionPaths", of(facts.fractionPaths(), Origin.SDK));
        return sdk.build();
    }

    private static List<String> of(List<? extends Fact<?>> facts, Origin origin) {
        return facts.stream()
                .filter(fact -> fact.origin() == origin)
                .map(fact -> fact.value().toString())
                .toList();
    }

    private static void some(JsonObject.Builder into, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            into.put(name, texts(texts));
        }
    }

    static JsonArray texts(Collection<String> texts) {
        return new JsonArray(texts.stream().sorted().<Json>map(Json::of).toList());
    }

    private static JsonArray scopes(Collection<ScopeKind> kinds) {
        return texts(
                kinds.stream()
                        .map(
                                kind ->
                                        switch (kind) {
                                            case TENANT -> "tenant";
                                            case MANAGEMENT_GROUP -> "managementGroup";
                                            case SUBSCRIPTION -> "subscription";
                                            case RESOURCE_GROUP -> "resourceGroup";
                                            case EXTENSION -> "extension";
                                        })
                        .toList());
    }

    /** The source's entry in the same form: lists of texts sorted, members without a value gone. */
    static Json sorted(Json value) {
        return switch (value) {
            case JsonObject object -> {
                var sorted = JsonObject.builder();
                object.members()
                        .forEach(
                                (name, inner) -> {
                                    if (!(inner instanceof JsonNull)) {
                                        sorted.put(name, sorted(inner));
                                    }
                                });
                yield sorted.build();
            }
            case JsonArray array ->
                    texts(array.stream().map(i -> i.asText().orElseThrow()).toList());
            default -> value;
        };
    }
}
