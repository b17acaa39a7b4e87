package dev.belay.workflow.definition;

import java.util.List;
import java.util.Optional;

/** Reads a provisioner's {@code scope}. */
record ScopeReader(FileContext context) {

    private static final String WAYS =
            "Write {resourceGroup: NAME}, {subscription: ID, location: L}, {managementGroup: NAME,"
                    + " location: L} or {tenant: true, location: L}.";

    Optional<ScopeText> read(YamlNode node) {
        return Fields.of(node, "scope", Keys.SCOPE, context).flatMap(this::read);
    }

    private Optional<ScopeText> read(Fields fields) {
        List<String> given =
                List.of("resourceGroup", "managementGroup", "tenant").stream()
                        .filter(fields::has)
                        .toList();
        boolean odd = !given.contains("resourceGroup") && fields.has("subscription");
        if (given.size() > 1 || (!given.isEmpty() && odd)) {
            context.problems().add(fields.where(), "The scope names several scopes.", WAYS);
            return Optional.empty();
        }
        if (given.isEmpty() && !fields.has("subscription")) {
            context.problems()
                    .add(
                            fields.where(),
                            "The scope names no resource group, subscription, management group or"
                                    + " tenant.",
                            WAYS);
            return Optional.empty();
        }
        return switch (given.isEmpty() ? "subscription" : given.getFirst()) {
            case "resourceGroup" -> group(fields);
            case "managementGroup" ->
                    both(fields, fields.templatedText("managementGroup"))
                            .map(
                                    both ->
                                            new ScopeText.OfManagementGroup(
                                                    both.id(), both.location()));
            case "tenant" -> tenant(fields);
            default ->
                    both(fields, fields.templatedText("subscription"))
                            .map(both -> new ScopeText.OfSubscription(both.id(), both.location()));
        };
    }

    private Optional<ScopeText> group(Fields fields) {
        fields.find("location")
                .ifPresent(
                        node ->
                                context.problems()
                                        .add(
                                                node.where(),
                                                "A deployment to a resource group has no location.",
                                                "Remove it; its record is kept with the group."));
        Optional<Templated> subscription = fields.templatedText("subscription");
        return fields.templatedText("resourceGroup")
                .map(group -> new ScopeText.OfGroup(group, subscription));
    }

    private Optional<ScopeText> tenant(Fields fields) {
        Optional<Templated> location = location(fields);
        Optional<YamlNode> node = fields.find("tenant");
        boolean here = node.filter(found -> found.kind().equals("true or false")).isPresent();
        if (here && !fields.flag("tenant")) {
            context.problems().add(node.orElseThrow().where(), "'tenant' cannot be false.", WAYS);
        }
        Optional<Templated> id = here ? Optional.empty() : fields.templatedText("tenant");
        return location.map(where -> new ScopeText.OfTenant(id, where));
    }

    private record Both(Templated id, Templated location) {}

    private Optional<Both> both(Fields fields, Optional<Templated> id) {
        Optional<Templated> location = location(fields);
        return id.flatMap(given -> location.map(where -> new Both(given, where)));
    }

    private Optional<Templated> location(Fields fields) {
        if (!fields.has("location")) {
            context.problems()
                    .add(
                            fields.where(),
                            "The scope needs 'location'.",
                            "Above resource groups Azure keeps a deployment's record in a region,"
                                    + " e.g. westeurope.");
        }
        return fields.templatedText("location");
    }
}
