package dev.belay.emulator.export;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;

import java.util.Map;
import java.util.Optional;

/**
 * Types that the exporter reports instead of exporting them. Real ones come and go; these were
 * seen. That a type is reported only where one of it stands is inferred: the real exporter asks for
 * some of them whenever their parent stands.
 */
final class Unexported {

    private enum Reason {
        /** Recorded. */
        ResourceTypeSchemaNotFound,
        /** Reported (Azure/azure-cli#3889). */
        ExportTemplateProviderError,
        /** Reported (microsoft/service-fabric#232). */
        ExportTemplateInvalidResource
    }

    private static final Map<String, Reason> TYPES =
            Map.ofEntries(
                    // Azure/azure-resource-manager-schemas#1299, #2931
                    schema("microsoft.media/mediaservices/liveevents"),
                    schema("microsoft.media/mediaservices/streamingendpoints"),
                    schema("microsoft.dbforpostgresql/servergroupsv2"),
                    // "export-template-portal": not supported; under which code is inferred.
                    schema("microsoft.datafactory/factories"),
                    // Azure/azure-cli#5555
                    provider("microsoft.sql/servers/connectionpolicies"),
                    provider("microsoft.sql/servers/disasterrecoveryconfiguration"),
                    provider("microsoft.sql/servers/databases/advisors"),
                    provider("microsoft.sql/servers/databases/auditingpolicies"),
                    provider("microsoft.sql/servers/databases/backuplongtermretentionpolicies"),
                    provider("microsoft.sql/servers/databases/datamaskingpolicies"),
                    provider("microsoft.sql/servers/databases/extensions"),
                    // microsoft/service-fabric#232
                    provider("microsoft.storage/storageaccounts/managementpolicies"),
                    Map.entry(
                            "microsoft.compute/virtualmachinescalesets/extensions",
                            Reason.ExportTemplateInvalidResource),
                    // MicrosoftDocs/azure-docs#6193, Azure/azure-cli#7604
                    provider("microsoft.web/sites/config"),
                    provider("microsoft.web/sites/extensions"),
                    provider("microsoft.web/sites/premieraddons"),
                    provider("microsoft.web/sites/sourcecontrols"));

    private Unexported() {}

    private static Map.Entry<String, Reason> schema(String type) {
        return Map.entry(type, Reason.ResourceTypeSchemaNotFound);
    }

    private static Map.Entry<String, Reason> provider(String type) {
        return Map.entry(type, Reason.ExportTemplateProviderError);
    }

    static Optional<ArmError> why(ResourceType type) {
        return Optional.ofNullable(TYPES.get(type.folded()))
                .map(
                        reason ->
                                ArmError.of(reason.name(), text(reason, type))
                                        .withTarget(type.toString()));
    }

    private static String text(Reason reason, ResourceType type) {
        return switch (reason) {
            case ResourceTypeSchemaNotFound ->
                    "The schema of resource type '"
                            + type
                            + "' is not available. Resources of this type will not be exported to"
                            + " the template.";
            case ExportTemplateProviderError, ExportTemplateInvalidResource ->
                    "Could not get resources of the type '"
                            + type
                            + "'. Resources of this type will not be exported.";
        };
    }
}
