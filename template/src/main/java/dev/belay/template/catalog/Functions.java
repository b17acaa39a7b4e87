package dev.belay.template.catalog;

import dev.belay.template.function.TemplateFunction;
import dev.belay.template.function.array.AsArray;
import dev.belay.template.function.array.Contains;
import dev.belay.template.function.array.CreateArray;
import dev.belay.template.function.array.Empty;
import dev.belay.template.function.array.First;
import dev.belay.template.function.array.Flatten;
import dev.belay.template.function.array.IndexFromEnd;
import dev.belay.template.function.array.IndexOf;
import dev.belay.template.function.array.Intersection;
import dev.belay.template.function.array.Join;
import dev.belay.template.function.array.Last;
import dev.belay.template.function.array.LastIndexOf;
import dev.belay.template.function.array.Length;
import dev.belay.template.function.array.Range;
import dev.belay.template.function.array.Skip;
import dev.belay.template.function.array.Take;
import dev.belay.template.function.array.TryIndexFromEnd;
import dev.belay.template.function.array.Union;
import dev.belay.template.function.cidr.CidrHost;
import dev.belay.template.function.cidr.CidrSubnet;
import dev.belay.template.function.cidr.ParseCidr;
import dev.belay.template.function.date.DateTimeAdd;
import dev.belay.template.function.date.DateTimeFromEpoch;
import dev.belay.template.function.date.DateTimeToEpoch;
import dev.belay.template.function.date.UtcNow;
import dev.belay.template.function.deployment.CopyIndex;
import dev.belay.template.function.deployment.Deployer;
import dev.belay.template.function.deployment.DeploymentOf;
import dev.belay.template.function.deployment.EnvironmentOf;
import dev.belay.template.function.deployment.Extensions;
import dev.belay.template.function.deployment.Fail;
import dev.belay.template.function.deployment.Parameters;
import dev.belay.template.function.deployment.Variables;
import dev.belay.template.function.lambda.Filter;
import dev.belay.template.function.lambda.GroupBy;
import dev.belay.template.function.lambda.LambdaOf;
import dev.belay.template.function.lambda.LambdaVariables;
import dev.belay.template.function.lambda.MapFunction;
import dev.belay.template.function.lambda.MapValues;
import dev.belay.template.function.lambda.Reduce;
import dev.belay.template.function.lambda.Sort;
import dev.belay.template.function.lambda.ToObject;
import dev.belay.template.function.logical.And;
import dev.belay.template.function.logical.Bool;
import dev.belay.template.function.logical.Coalesce;
import dev.belay.template.function.logical.Equals;
import dev.belay.template.function.logical.False;
import dev.belay.template.function.logical.Greater;
import dev.belay.template.function.logical.GreaterOrEquals;
import dev.belay.template.function.logical.If;
import dev.belay.template.function.logical.Less;
import dev.belay.template.function.logical.LessOrEquals;
import dev.belay.template.function.logical.Not;
import dev.belay.template.function.logical.Or;
import dev.belay.template.function.logical.True;
import dev.belay.template.function.numeric.Add;
import dev.belay.template.function.numeric.Div;
import dev.belay.template.function.numeric.FloatOf;
import dev.belay.template.function.numeric.Int;
import dev.belay.template.function.numeric.Max;
import dev.belay.template.function.numeric.Min;
import dev.belay.template.function.numeric.Mod;
import dev.belay.template.function.numeric.Mul;
import dev.belay.template.function.numeric.Sub;
import dev.belay.template.function.object.CreateObject;
import dev.belay.template.function.object.ItemsOf;
import dev.belay.template.function.object.Null;
import dev.belay.template.function.object.ObjectKeys;
import dev.belay.template.function.object.ShallowMerge;
import dev.belay.template.function.object.TryGet;
import dev.belay.template.function.resource.ExtensionResourceId;
import dev.belay.template.function.resource.ListAction;
import dev.belay.template.function.resource.ManagementGroupResourceId;
import dev.belay.template.function.resource.PickZones;
import dev.belay.template.function.resource.Providers;
import dev.belay.template.function.resource.Reference;
import dev.belay.template.function.resource.References;
import dev.belay.template.function.resource.ResourceIdOf;
import dev.belay.template.function.resource.ResourceInfo;
import dev.belay.template.function.resource.RoleDefinitions;
import dev.belay.template.function.resource.SubscriptionResourceId;
import dev.belay.template.function.resource.Target;
import dev.belay.template.function.resource.TenantResourceId;
import dev.belay.template.function.resource.ToLogicalZone;
import dev.belay.template.function.resource.ToLogicalZones;
import dev.belay.template.function.resource.ToPhysicalZone;
import dev.belay.template.function.resource.ToPhysicalZones;
import dev.belay.template.function.scope.ManagementGroup;
import dev.belay.template.function.scope.ResourceGroup;
import dev.belay.template.function.scope.Subscription;
import dev.belay.template.function.scope.Tenant;
import dev.belay.template.function.string.Base64Of;
import dev.belay.template.function.string.Base64ToJson;
import dev.belay.template.function.string.Base64ToString;
import dev.belay.template.function.string.BuildUri;
import dev.belay.template.function.string.Concat;
import dev.belay.template.function.string.DataUri;
import dev.belay.template.function.string.DataUriToString;
import dev.belay.template.function.string.EndsWith;
import dev.belay.template.function.string.Format;
import dev.belay.template.function.string.GuidOf;
import dev.belay.template.function.string.JsonOf;
import dev.belay.template.function.string.NewGuid;
import dev.belay.template.function.string.PadLeft;
import dev.belay.template.function.string.ParseUri;
import dev.belay.template.function.string.Replace;
import dev.belay.template.function.string.Split;
import dev.belay.template.function.string.StartsWith;
import dev.belay.template.function.string.StringOf;
import dev.belay.template.function.string.Substring;
import dev.belay.template.function.string.ToLower;
import dev.belay.template.function.string.ToUpper;
import dev.belay.template.function.string.Trim;
import dev.belay.template.function.string.UniqueString;
import dev.belay.template.function.string.Uri;
import dev.belay.template.function.string.UriComponent;
import dev.belay.template.function.string.UriComponentToString;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The functions of the language: one file each, one line each. */
public final class Functions {

    private static final List<TemplateFunction> ALL =
            List.of(
                    new AsArray(),
                    new Contains(),
                    new CreateArray(),
                    new Empty(),
                    new First(),
                    new Flatten(),
                    new IndexFromEnd(),
                    new IndexOf(),
                    new Intersection(),
                    new Join(),
                    new Last(),
                    new LastIndexOf(),
                    new Length(),
                    new Range(),
                    new Skip(),
                    new Take(),
                    new TryIndexFromEnd(),
                    new Union(),
                    new CidrHost(),
                    new CidrSubnet(),
                    new ParseCidr(),
                    new DateTimeAdd(),
                    new DateTimeFromEpoch(),
                    new DateTimeToEpoch(),
                    new UtcNow(),
                    new CopyIndex(),
                    new Deployer(),
                    new DeploymentOf(),
                    new EnvironmentOf(),
                    new Extensions(),
                    new Fail(),
                    new Parameters(),
                    new Variables(),
                    new Filter(),
                    new GroupBy(),
                    new LambdaOf(),
                    new LambdaVariables(),
                    new MapFunction(),
                    new MapValues(),
                    new Reduce(),
                    new Sort(),
                    new ToObject(),
                    new And(),
                    new Bool(),
                    new Coalesce(),
                    new Equals(),
                    new False(),
                    new Greater(),
                    new GreaterOrEquals(),
                    new If(),
                    new Less(),
                    new LessOrEquals(),
                    new Not(),
                    new Or(),
                    new True(),
                    new Add(),
                    new Div(),
                    new FloatOf(),
                    new Int(),
                    new Max(),
                    new Min(),
                    new Mod(),
                    new Mul(),
                    new Sub(),
                    new CreateObject(),
                    new ItemsOf(),
                    new Null(),
                    new ObjectKeys(),
                    new ShallowMerge(),
                    new TryGet(),
                    new ExtensionResourceId(),
                    new ListAction(),
                    new ManagementGroupResourceId(),
                    new PickZones(),
                    new Providers(),
                    new Reference(),
                    new References(),
                    new ResourceIdOf(),
                    new ResourceInfo(),
                    new RoleDefinitions(),
                    new SubscriptionResourceId(),
                    new TenantResourceId(),
                    new Target(),
                    new ToLogicalZone(),
                    new ToLogicalZones(),
                    new ToPhysicalZone(),
                    new ToPhysicalZones(),
                    new ManagementGroup(),
                    new ResourceGroup(),
                    new Subscription(),
                    new Tenant(),
                    new Base64Of(),
                    new Base64ToJson(),
                    new Base64ToString(),
                    new BuildUri(),
                    new Concat(),
                    new DataUri(),
                    new DataUriToString(),
                    new EndsWith(),
                    new Format(),
                    new GuidOf(),
                    new JsonOf(),
                    new NewGuid(),
                    new PadLeft(),
                    new ParseUri(),
                    new Replace(),
                    new Split(),
                    new StartsWith(),
                    new StringOf(),
                    new Substring(),
                    new ToLower(),
                    new ToUpper(),
                    new Trim(),
                    new UniqueString(),
                    new Uri(),
                    new UriComponent(),
                    new UriComponentToString());

    private static final TemplateFunction LIST_ACTION = new ListAction();

    private static final Map<String, TemplateFunction> BY_NAME = byName();

    private Functions() {}

    /** The function of that name; letter case counts nothing. Any {@code list…} is an action. */
    public static Optional<TemplateFunction> find(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        TemplateFunction function = BY_NAME.get(key);
        return function == null && key.startsWith("list")
                ? Optional.of(LIST_ACTION)
                : Optional.ofNullable(function);
    }

    /** Microsoft's names of all functions, sorted. */
    public static Set<String> names() {
        var names = new TreeSet<String>();
        ALL.forEach(function -> names.add(function.signature().name()));
        return names;
    }

    private static Map<String, TemplateFunction> byName() {
        var functions = new HashMap<String, TemplateFunction>();
        for (TemplateFunction function : ALL) {
            String key = function.signature().name().toLowerCase(Locale.ROOT);
            if (functions.put(key, function) != null) {
                throw new IllegalStateException("Function '" + key + "' is listed twice.");
            }
        }
        return functions;
    }
}
