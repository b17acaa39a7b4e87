package dev.belay.client.call;

import dev.belay.arm.ResourceParent;
import dev.belay.arm.ResourceType;

/** Management locks. */
public final class Locks {

    public static final ResourceType TYPE = ResourceType.of("Microsoft.Authorization/locks");

    private static final String VERSION = "2020-05-01";

    private final Resources resources;

    public Locks(ArmClient client) {
        this.resources = new Resources(client);
    }

    /** The locks at a scope or resource and below it (recorded: a list shows those below too). */
    public ReadList at(ResourceParent target) {
        return resources.extensions(target, TYPE, VERSION);
    }
}
