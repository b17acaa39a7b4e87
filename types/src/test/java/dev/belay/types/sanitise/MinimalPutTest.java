package dev.belay.types.sanitise;

import static dev.belay.types.sanitise.SanitiserTest.facts;
import static dev.belay.types.sanitise.SanitiserTest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.JsonObject;
import dev.belay.types.catalog.TypeFacts;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What an undo sends to bring the live state back. */
class MinimalPutTest {

    private static final String FILES = "Microsoft.Storage/storageAccounts/fileServices";

    private static Optional<JsonObject> put(String type, String before, String live) {
        TypeFacts facts = facts(type);
        return Sanitiser.minimal(facts, facts.apiVersion(), "default", json(before), json(live))
                .map(Sanitised::body);
    }

    @Test
    void nothing_is_sent_where_nothing_writable_differs() {
        String before = "{properties: {protocolSettings: {smb: {}}, cors: {corsRules: []}}}";
        String live = "{properties: {}, systemData: {createdBy: 'x'}}";

        assertThat(put(FILES, before, live)).isEmpty();
        assertThat(put("Microsoft.Storage/storageAccounts", "{tags: {a: '1'}}", "{tags: {a: '1'}}"))
                .isEmpty();
    }

    @Test
    void a_storage_service_is_sent_only_the_parts_that_differ() {
        String before =
                """
                {properties: {protocolSettings: {smb: {}}, cors: {corsRules: []},
                 shareDeleteRetentionPolicy: {enabled: true, days: 7}}}
                """;
        String live =
                """
                {properties: {protocolSettings: {smb: {}}, cors: {corsRules: []},
                 shareDeleteRetentionPolicy: {enabled: false}}}
                """;

        assertThat(put(FILES, before, live))
                .contains(
                        json(
                                "{properties: {shareDeleteRetentionPolicy: {enabled: true, days:"
                                        + " 7}}}"));
    }

    @Test
    void rules_that_only_live_has_are_cleared_by_an_explicit_empty_list() {
        String before = "{properties: {cors: {corsRules: []}}}";
        String live =
                """
                {properties: {cors: {corsRules: [{allowedOrigins: ['*'], allowedMethods: ['GET'],
                 maxAgeInSeconds: 1, exposedHeaders: [], allowedHeaders: []}]}}}
                """;

        assertThat(put(FILES, before, live))
                .contains(json("{properties: {cors: {corsRules: []}}}"));
    }

    @Test
    void rules_that_the_snapshot_has_are_sent_whole() {
        String rules =
                """
                {properties: {cors: {corsRules: [{allowedOrigins: ['*'], allowedMethods: ['GET'],
                 maxAgeInSeconds: 1, exposedHeaders: [], allowedHeaders: []}]}}}
                """;

        assertThat(put(FILES, rules, "{properties: {cors: {corsRules: []}}}"))
                .contains(json(rules));
    }

    @Test
    void every_other_type_is_sent_its_whole_writable_body() {
        String before = "{location: 'l', tags: {a: '1'}, properties: {accessTier: 'Hot'}}";
        String live = "{location: 'l', tags: {a: '1'}, properties: {accessTier: 'Cool'}}";

        assertThat(put("Microsoft.Storage/storageAccounts", before, live)).contains(json(before));
    }
}
