package dev.belay.emulator.type.authorization;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in roles that templates assign most. Evidence: documented (Azure's list of built-in
 * roles); what each permits is left out.
 */
final class BuiltInRoles {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"),
                    Map.entry("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader"),
                    Map.entry("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"),
                    Map.entry("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"),
                    Map.entry(
                            "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
                            "Role Based Access Control Administrator"),
                    Map.entry("4d97b98b-1d4f-4787-a291-c67834d212e7", "Network Contributor"),
                    Map.entry("befefa01-2a29-4197-83a8-272ff33ce314", "DNS Zone Contributor"),
                    Map.entry(
                            "b12aa53e-6015-4669-85d0-8515ebb3ae7f", "Private DNS Zone Contributor"),
                    Map.entry(
                            "17d1049b-9a84-46fb-8f53-869881c3d3ab", "Storage Account Contributor"),
                    Map.entry(
                            "81a9662b-bebf-436f-a333-f67b29880f12",
                            "Storage Account Key Operator Service Role"),
                    Map.entry(
                            "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
                            "Storage Blob Data Contributor"),
                    Map.entry("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "Storage Blob Data Owner"),
                    Map.entry("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "Storage Blob Data Reader"),
                    Map.entry("db58b8e5-c6ad-4a2a-8342-4190687cbf4a", "Storage Blob Delegator"),
                    Map.entry(
                            "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb",
                            "Storage File Data SMB Share Contributor"),
                    Map.entry(
                            "aba4ae5f-2193-4029-9191-0cb91df5e314",
                            "Storage File Data SMB Share Reader"),
                    Map.entry(
                            "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
                            "Storage Queue Data Contributor"),
                    Map.entry(
                            "8a0f0c08-91a1-4084-bc3d-661d67233fed",
                            "Storage Queue Data Message Processor"),
                    Map.entry(
                            "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
                            "Storage Queue Data Message Sender"),
                    Map.entry("19e7f393-937e-4f77-808e-94535e297925", "Storage Queue Data Reader"),
                    Map.entry(
                            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
                            "Storage Table Data Contributor"),
                    Map.entry("76199698-9eea-4c19-bc75-cec21354c6b6", "Storage Table Data Reader"),
                    Map.entry("00482a5a-887f-4fb3-b363-3b7fe8e74483", "Key Vault Administrator"),
                    Map.entry("f25e0fa2-a7c8-4377-a976-54943a77a395", "Key Vault Contributor"),
                    Map.entry(
                            "a4417e6f-fecd-4de8-b567-7b0420556985",
                            "Key Vault Certificates Officer"),
                    Map.entry("14b46e9e-c2b7-41b4-b07b-48a6ebf60603", "Key Vault Crypto Officer"),
                    Map.entry(
                            "e147488a-f6f5-4113-8e2d-b22465e65bf6",
                            "Key Vault Crypto Service Encryption User"),
                    Map.entry("12338af0-0e69-4776-bea7-57ae8d297424", "Key Vault Crypto User"),
                    Map.entry("21090545-7ca7-4776-b22c-e363652d74d2", "Key Vault Reader"),
                    Map.entry("b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "Key Vault Secrets Officer"),
                    Map.entry("4633458b-17de-408a-b874-0445c86b69e6", "Key Vault Secrets User"),
                    Map.entry(
                            "312a565d-c81f-4fd8-895a-4e21e48d571c",
                            "API Management Service Contributor"),
                    Map.entry("c2f4ef07-c644-48eb-af81-4b1b4947fb11", "AcrDelete"),
                    Map.entry("7f951dda-4ed3-4680-a7ca-43fe172d538d", "AcrPull"),
                    Map.entry("8311e382-0749-4cb8-b61a-304f252e45ec", "AcrPush"),
                    Map.entry("92aaf0da-9dab-42b6-94a3-d43ce8d16293", "Log Analytics Contributor"),
                    Map.entry("73c42c96-874c-492b-b04d-ab87d138a893", "Log Analytics Reader"),
                    Map.entry("749f88d5-cbae-40b8-bcfc-e573ddc772fa", "Monitoring Contributor"),
                    Map.entry(
                            "3913510d-42f4-4e42-8a64-420c390055eb", "Monitoring Metrics Publisher"),
                    Map.entry("43d0d8ad-25c7-4714-9337-8ba259a9fe05", "Monitoring Reader"),
                    Map.entry("f1a07417-d97a-45cb-824c-7a7467783830", "Managed Identity Operator"),
                    Map.entry(
                            "9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "Virtual Machine Contributor"),
                    Map.entry(
                            "1c0163c0-47e6-4577-8991-ea5c82e286e4",
                            "Virtual Machine Administrator Login"),
                    Map.entry("fb879df8-f326-4884-b1cf-06f3ad86be52", "Virtual Machine User Login"),
                    Map.entry("de139f84-1756-47ae-9be6-808fbbe84772", "Website Contributor"),
                    Map.entry("9b7fa17d-e63e-47b0-bb0a-15c516ac86ec", "SQL DB Contributor"),
                    Map.entry("6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437", "SQL Server Contributor"),
                    Map.entry(
                            "090c5cfd-751d-490a-894a-3ce6f1109419", "Azure Service Bus Data Owner"),
                    Map.entry(
                            "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
                            "Azure Service Bus Data Receiver"),
                    Map.entry(
                            "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
                            "Azure Service Bus Data Sender"),
                    Map.entry(
                            "f526a384-b230-433a-b45c-95f59c4a2dec", "Azure Event Hubs Data Owner"),
                    Map.entry(
                            "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
                            "Azure Event Hubs Data Receiver"),
                    Map.entry(
                            "2b629674-e913-4c01-ae53-ef4638d8f975", "Azure Event Hubs Data Sender"),
                    Map.entry(
                            "5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b", "App Configuration Data Owner"),
                    Map.entry(
                            "516239f1-63e1-4d78-a4de-a74fb236a071",
                            "App Configuration Data Reader"),
                    Map.entry(
                            "25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68",
                            "Cognitive Services Contributor"),
                    Map.entry(
                            "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
                            "Cognitive Services OpenAI User"),
                    Map.entry("a97b65f3-24c7-4388-baec-2e87135dc908", "Cognitive Services User"),
                    Map.entry(
                            "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8",
                            "Azure Kubernetes Service Cluster Admin Role"),
                    Map.entry(
                            "4abbcc35-e782-43d8-92c5-2d3f1bd2253f",
                            "Azure Kubernetes Service Cluster User Role"),
                    Map.entry(
                            "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8",
                            "Azure Kubernetes Service Contributor Role"));

    private BuiltInRoles() {}

    static boolean has(String guid) {
        return NAMES.containsKey(guid.toLowerCase(Locale.ROOT));
    }

    /** What a GET shows of it, but for id, name and type; empty if it is not among them. */
    static Optional<JsonObject> body(String guid) {
        return Optional.ofNullable(NAMES.get(guid.toLowerCase(Locale.ROOT)))
                .map(
                        name ->
                                JsonObject.of(
                                        "properties",
                                        JsonObject.of(
                                                "roleName",
                                                Json.of(name),
                                                "type",
                                                Json.of("BuiltInRole"),
                                                "assignableScopes",
                                                Json.array(Json.of("/")))));
    }
}
