package dev.belay.emulator.router;

import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.export.GroupExport;
import dev.belay.emulator.operation.ActOnResource;
import dev.belay.emulator.operation.CalculateTemplateHash;
import dev.belay.emulator.operation.CancelDeployment;
import dev.belay.emulator.operation.CheckNameAvailability;
import dev.belay.emulator.operation.DeleteDeployment;
import dev.belay.emulator.operation.DeleteResource;
import dev.belay.emulator.operation.DeleteResourceGroup;
import dev.belay.emulator.operation.ExportDeploymentTemplate;
import dev.belay.emulator.operation.ExportGroupTemplate;
import dev.belay.emulator.operation.GetDeployment;
import dev.belay.emulator.operation.GetDeploymentOperation;
import dev.belay.emulator.operation.GetDeploymentStatus;
import dev.belay.emulator.operation.GetJob;
import dev.belay.emulator.operation.GetManagementGroup;
import dev.belay.emulator.operation.GetManagementGroupOperation;
import dev.belay.emulator.operation.GetOperation;
import dev.belay.emulator.operation.GetPlacement;
import dev.belay.emulator.operation.GetProvider;
import dev.belay.emulator.operation.GetResource;
import dev.belay.emulator.operation.GetResourceGroup;
import dev.belay.emulator.operation.GetSubscription;
import dev.belay.emulator.operation.GetTags;
import dev.belay.emulator.operation.GetTenantProvider;
import dev.belay.emulator.operation.HeadDeployment;
import dev.belay.emulator.operation.HeadResource;
import dev.belay.emulator.operation.HeadResourceGroup;
import dev.belay.emulator.operation.ListDeploymentOperations;
import dev.belay.emulator.operation.ListDeployments;
import dev.belay.emulator.operation.ListGroupResources;
import dev.belay.emulator.operation.ListLocations;
import dev.belay.emulator.operation.ListManagementGroups;
import dev.belay.emulator.operation.ListPlacements;
import dev.belay.emulator.operation.ListProviders;
import dev.belay.emulator.operation.ListResourceGroups;
import dev.belay.emulator.operation.ListResources;
import dev.belay.emulator.operation.ListSubscriptionResources;
import dev.belay.emulator.operation.ListSubscriptions;
import dev.belay.emulator.operation.ListTenantProviders;
import dev.belay.emulator.operation.ListTenants;
import dev.belay.emulator.operation.Operation;
import dev.belay.emulator.operation.PatchResource;
import dev.belay.emulator.operation.PatchResourceGroup;
import dev.belay.emulator.operation.PutDeployment;
import dev.belay.emulator.operation.PutResource;
import dev.belay.emulator.operation.PutResourceGroup;
import dev.belay.emulator.operation.RegisterProvider;
import dev.belay.emulator.operation.ValidateDeployment;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.typelist.ResourceTypes;

import java.util.List;

/** Every REST operation, one line each; the first whose path fits answers. */
public final class Routes {

    private Routes() {}

    /** All operations over these types. */
    public static List<Operation> standard(
            ResourceTypes types, Provisioning provisioning, DeploymentEngine deployments) {
        Reading reading = provisioning.reading();
        return List.of(
                new ListTenants(),
                new ListSubscriptions(),
                new GetSubscription(),
                new ListLocations(),
                new ListProviders(types.catalog()),
                new ListTenantProviders(types.catalog()),
                new GetProvider(types.catalog()),
                new GetTenantProvider(types.catalog()),
                new RegisterProvider(types.catalog()),
                new ListResourceGroups(reading),
                new GetResourceGroup(reading),
                new HeadResourceGroup(),
                new PutResourceGroup(provisioning),
                new PatchResourceGroup(provisioning),
                new DeleteResourceGroup(provisioning),
                new ExportGroupTemplate(new GroupExport(types, reading)),
                new ListGroupResources(types, reading),
                new ListSubscriptionResources(types, reading),
                new CheckNameAvailability(),
                new GetTags(),
                new ListManagementGroups(),
                new GetManagementGroup(reading),
                new ListPlacements(),
                new GetPlacement(),
                GetManagementGroupOperation.result(),
                GetManagementGroupOperation.status(),
                GetJob.ofSubscription(reading),
                GetJob.ofTenant(reading),
                new GetOperation(reading),
                new PutDeployment(deployments),
                GetDeployment.full(deployments),
                GetDeployment.shortPath(deployments),
                new HeadDeployment(deployments),
                ListDeployments.full(),
                ListDeployments.shortPath(),
                new DeleteDeployment(),
                new ValidateDeployment(deployments),
                new CancelDeployment(deployments),
                GetDeploymentStatus.full(deployments),
                GetDeploymentStatus.shortPath(deployments),
                ListDeploymentOperations.full(deployments),
                ListDeploymentOperations.shortPath(deployments),
                GetDeploymentOperation.full(),
                GetDeploymentOperation.shortPath(),
                new ExportDeploymentTemplate(),
                new CalculateTemplateHash(),
                // The generic ones come last: their paths fit everything.
                new GetResource(reading),
                new HeadResource(),
                new PutResource(provisioning),
                new PatchResource(provisioning),
                new DeleteResource(provisioning),
                new ActOnResource(reading),
                new ListResources(reading, provisioning.gate()));
    }
}
