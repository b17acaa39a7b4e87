package dev.belay.emulator.operation;

import dev.belay.json.JsonObject;

import java.util.List;

/** Azure's public regions. Evidence: documented; the list is not complete. */
final class Locations {

    /**
     * @param name as ids write it
     * @param displayName for people
     */
    record Location(String name, String displayName) {}

    static final List<Location> ALL =
            List.of(
                    new Location("eastus", "East US"),
                    new Location("eastus2", "East US 2"),
                    new Location("westus", "West US"),
                    new Location("westus2", "West US 2"),
                    new Location("westus3", "West US 3"),
                    new Location("centralus", "Central US"),
                    new Location("northcentralus", "North Central US"),
                    new Location("southcentralus", "South Central US"),
                    new Location("northeurope", "North Europe"),
                    new Location("westeurope", "West Europe"),
                    new Location("uksouth", "UK South"),
                    new Location("ukwest", "UK West"),
                    new Location("francecentral", "France Central"),
                    new Location("germanywestcentral", "Germany West Central"),
                    new Location("switzerlandnorth", "Switzerland North"),
                    new Location("norwayeast", "Norway East"),
                    new Location("swedencentral", "Sweden Central"),
                    new Location("eastasia", "East Asia"),
                    new Location("southeastasia", "Southeast Asia"),
                    new Location("japaneast", "Japan East"),
                    new Location("japanwest", "Japan West"),
                    new Location("australiaeast", "Australia East"),
                    new Location("centralindia", "Central India"),
                    new Location("canadacentral", "Canada Central"),
                    new Location("brazilsouth", "Brazil South"));

    private Locations() {}

    static JsonObject shown(String subscription, Location location) {
        return JsonObject.builder()
                .put("id", "/subscriptions/" + subscription + "/locations/" + location.name())
                .put("name", location.name())
                .put("type", "Region")
                .put("displayName", location.displayName())
                .put("regionalDisplayName", location.displayName())
                .build();
    }
}
