package dev.belay.view.html;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.change.Delta;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.transaction.event.TransactionDetails.SavedBody;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.plan.StepStatus;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests make pages of: transactions here, runs in {@link SampleRuns}. */
final class Samples {

    /** Texts of others that must come out as they are and do nothing. */
    static final String HOSTILE = "<script>alert('1')</script> & \"quoted\" </pre></details>";

    static final Instant START = Instant.parse("2026-03-01T21:58:40Z");
    static final String TRANSACTION = "3f2b8c1d9e704a5fb6c7d8e9f0a1b2c3";
    static final Scope.ResourceGroup SHOP =
            new Scope.ResourceGroup("00000000-0000-0000-0000-000000000002", "rg-shop");
    private static final ResourceId STORE = id("Microsoft.Storage/storageAccounts/stshop");
    private static final ResourceId NETWORK =
            id(
                    "Microsoft.Network/virtualNetworks/vnet-with-a-name-that-is-as-long-as-names-may"
                        + "-be-0123456789-0123456789");
    private static final ResourceId QUEUE = id("Microsoft.ServiceBus/namespaces/sb-orders");
    private static final ResourceId SITE = id("Microsoft.Web/sites/shop-web");

    private Samples() {}

    /** Name to HTML: every page that is looked at. */
    static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("run-restored", Pages.run(SampleRuns.restored()));
        pages.put("run-waiting", Pages.run(SampleRuns.waiting()));
        pages.put("transaction-residue", Pages.transaction(residue()));
        pages.put("transaction-refused", Pages.transaction(refused()));
        pages.put("runs", Pages.runs(SampleRuns.list()));
        return pages;
    }

    private static ResourceId id(String path) {
        return ResourceId.of(SHOP.path() + "/providers/" + path);
    }

    static TransactionDetails residue() {
        return details(report(Verdict.RESTORED_WITH_RESIDUE), Optional.of(deltas()));
    }

    static TransactionDetails held() {
        return details(report(Verdict.HELD), Optional.of(deltas()));
    }

    private static TransactionDetails details(Report report, Optional<List<Delta>> deltas) {
        return new TransactionDetails(
                report,
                START,
                START.plusSeconds(3725),
                "ada on build-7, process 4711",
                "Incremental",
                "surgical",
                List.of(
                        new SavedBody(STORE, "2023-05-01", "present", Optional.of(store())),
                        new SavedBody(NETWORK, "2024-05-01", "present", Optional.of(network())),
                        new SavedBody(QUEUE, "2022-10-01-preview", "absent", Optional.empty())),
                Optional.of(START.plusSeconds(3)),
                deltas);
    }

    private static JsonObject store() {
        return JsonObject.builder()
                .put("location", "westeurope")
                .put("kind", "StorageV2")
                .put("tags", JsonObject.of("owner", Json.of(HOSTILE)))
                .put("properties", JsonObject.of("accessTier", Json.of("Hot")))
                .build();
    }

    private static JsonObject network() {
        return JsonObject.of(
                "location",
                Json.of("westeurope"),
                "properties",
                JsonObject.of("addressPrefixes", Json.array(Json.of("10.0.0.0/16"))));
    }

    private static List<Delta> deltas() {
        return List.of(
                new Delta(
                        STORE,
                        Delta.Kind.MODIFIED,
                        List.of(
                                property("/tags/owner", Json.of(HOSTILE), Json.of("ops")),
                                property("/properties/accessTier", Json.of("Hot"), Json.of("Cool")),
                                new Delta.Property(
                                        JsonPointer.parse("/properties/networkAcls"),
                                        Optional.empty(),
                                        Optional.of(
                                                JsonObject.of("defaultAction", Json.of("Deny")))))),
                new Delta(NETWORK, Delta.Kind.DELETED, List.of()),
                new Delta(QUEUE, Delta.Kind.CREATED, List.of()));
    }

    private static Delta.Property property(String path, Json before, Json after) {
        return new Delta.Property(JsonPointer.parse(path), Optional.of(before), Optional.of(after));
    }

    static Report report(Verdict verdict) {
        return new Report(
                Optional.of(TRANSACTION),
                "belay-3f2b8c1d9e70",
                SHOP,
                verdict,
                new Proof(118, 1, 2),
                List.of(
                        new Report.Saved(STORE, "2023-05-01", true),
                        new Report.Saved(NETWORK, "2024-05-01", true),
                        new Report.Saved(QUEUE, "2022-10-01-preview", false)),
                Optional.of(
                        new Report.Failure(
                                ArmError.of("Conflict", "No capacity in this region. " + HOSTILE)
                                        .withDetails(List.of(ArmError.of("SkuNotAvailable", "S1"))),
                                Optional.of(SITE),
                                Optional.of("Conflict"))),
                List.of(
                        step(1, "RestoreModified", STORE, StepStatus.DONE),
                        step(2, "RecreateDeleted", NETWORK, StepStatus.DONE),
                        step(3, "DeleteCreated", QUEUE, StepStatus.FAILED)),
                List.of(
                        new Finding(
                                NETWORK,
                                List.of(),
                                Reason.RECREATED,
                                "It had to be created again: its server-given ids are new.")),
                List.of(
                        new Finding(
                                STORE,
                                List.of(JsonPointer.parse("/tags/team")),
                                Reason.CHANGED_BY_OTHERS,
                                "Somebody else changed it.")),
                JsonObject.of(
                        "endpoint",
                        JsonObject.of("type", Json.of("string"), "value", Json.of("https://shop/")),
                        "key",
                        JsonObject.of("type", Json.of("secureString"))),
                List.of("It was undone by hand."));
    }

    private static Report.Step step(int number, String kind, ResourceId id, StepStatus status) {
        return new Report.Step(
                number,
                kind,
                id,
                kind.equals("RestoreModified")
                        ? List.of(
                                JsonPointer.parse("/tags/owner"),
                                JsonPointer.parse("/properties/accessTier"))
                        : List.of(),
                Optional.of(status),
                status == StepStatus.FAILED
                        ? Optional.of(ArmError.of("ScopeLocked", "A lock stands in the way."))
                        : Optional.empty());
    }

    /** Refused by ARM's own validation before anything was saved. */
    static TransactionDetails refused() {
        var report =
                new Report(
                        Optional.of(TRANSACTION),
                        "release-42",
                        SHOP,
                        Verdict.REFUSED,
                        Proof.NONE,
                        List.of(),
                        Optional.of(
                                new Report.Failure(
                                        ArmError.of("InvalidTemplate", "It is not valid."),
                                        Optional.empty(),
                                        Optional.empty())),
                        List.of(),
                        List.of(),
                        List.of(),
                        Json.object(),
                        List.of());
        return new TransactionDetails(
                report,
                START,
                START.plusSeconds(1),
                "ada on build-7, process 4711",
                "Complete",
                "surgical",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
