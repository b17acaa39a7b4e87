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
import dev.belay.template.function.string.Concat;

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
                    new Concat());

    private static final Map<String, TemplateFunction> BY_NAME = byName();

    private Functions() {}

    /** The function of that name; letter case counts nothing. */
    public static Optional<TemplateFunction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
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
