package dev.belay.types.sanitise;

import static dev.belay.types.sanitise.SanitiserTest.facts;
import static dev.belay.types.sanitise.SanitiserTest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.TypeFacts;

import org.junit.jupiter.api.Test;

import java.util.List;

class SecretPathsTest {

    private static List<String> secrets(String type, String name, String body) {
        TypeFacts facts = facts(type);
        return SecretPaths.in(facts, facts.apiVersion(), name, json(body)).stream()
                .map(JsonPointer::toString)
                .toList();
    }

    @Test
    void a_marked_password_is_a_secret() {
        assertThat(
                        secrets(
                                "Microsoft.Sql/servers",
                                "s",
                                "{properties: {administratorLogin: 'sa',"
                                        + " administratorLoginPassword: 'x'}}"))
                .containsExactly("/properties/administratorLoginPassword");
    }

    @Test
    void the_overlay_names_what_no_specification_marks() {
        assertThat(secrets("Microsoft.KeyVault/vaults/secrets", "s", "{properties: {value: 'x'}}"))
                .containsExactly("/properties/value");
    }

    @Test
    void protected_settings_are_a_secret_as_a_whole() {
        assertThat(
                        secrets(
                                "Microsoft.Compute/virtualMachines/extensions",
                                "e",
                                "{properties: {settings: {a: 1}, protectedSettings: {script:"
                                        + " 'x'}}}"))
                .containsExactly("/properties/protectedSettings");
    }

    @Test
    void names_tell_secrets_also_inside_what_is_unknown() {
        assertThat(
                        secrets(
                                "Microsoft.Storage/storageAccounts",
                                "s",
                                "{properties: {novelty: [{apiKey: 'x', secretUri: 'y', password:"
                                        + " ''}]}}"))
                .containsExactly("/properties/novelty/0/apiKey");
        assertThat(SecretPaths.byName(json("{a: {clientSecret: 'x', n: 1}, accessKeys: ['k']}")))
                .extracting(JsonPointer::toString)
                .containsExactly("/a/clientSecret", "/accessKeys");
    }

    @Test
    void switches_and_counts_are_no_secrets() {
        assertThat(
                        secrets(
                                "Microsoft.Storage/storageAccounts",
                                "s",
                                "{properties: {allowSharedKeyAccess: true, keyPolicy:"
                                        + " {keyExpirationPeriodInDays: 3}}}"))
                .isEmpty();
    }

    @Test
    void application_settings_are_secrets_all() {
        assertThat(
                        secrets(
                                "Microsoft.Web/sites/config",
                                "shop/appsettings",
                                "{properties: {SHOP_MODE: 'open'}}"))
                .containsExactly("/properties/SHOP_MODE");
    }
}
