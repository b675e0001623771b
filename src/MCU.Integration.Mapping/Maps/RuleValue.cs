using System.Text.Json.Nodes;
using MCU.Integration.Mapping.JmesPath;

namespace MCU.Integration.Mapping.Maps;

/// <summary>Where a rule gets its value from; null = nothing. Problems are told to the run.</summary>
internal abstract class RuleValue
{
    public abstract JsonNode? Get(JmesValue current, JmesScope scope, RulePlace place, TargetPath? path, MapRun run);
}

/// <summary>One value (an expression, a constant, Liquid, JavaScript), then the rule's steps.</summary>
internal sealed class SingleValue(Func<JmesValue, JmesScope, MapRun, JmesValue> source, ValueSteps steps) : RuleValue
{
    public override JsonNode? Get(JmesValue current, JmesScope scope, RulePlace place, TargetPath? path, MapRun run) =>
        steps.Apply(source(current, scope, run), place, path, run).ToNode();
}

/// <summary>An object translated by nested rules.</summary>
internal sealed class NestedValue(JmesExpression source, NestedRules rules) : RuleValue
{
    public override JsonNode? Get(JmesValue current, JmesScope scope, RulePlace place, TargetPath? path, MapRun run)
    {
        var value = source.Evaluate(current, scope);
        if (value.IsNull)
        {
            return null;
        }

        if (value.Kind != JmesKind.Object)
        {
            run.Fail(place, path, "map.not_an_object", "The value is not an object.");
            return null;
        }

        return rules.Apply(value, scope, new(path, place.To.Text, null), run);
    }
}

/// <summary>An array, every item translated by nested rules.</summary>
internal sealed class RepeatedValue(JmesExpression source, NestedRules? rules, ValueSteps steps) : RuleValue
{
    public override JsonNode? Get(JmesValue current, JmesScope scope, RulePlace place, TargetPath? path, MapRun run)
    {
        var value = source.Evaluate(current, scope);
        if (value.IsNull)
        {
            return null;
        }

        if (value.Kind != JmesKind.Array)
        {
            run.Fail(place, path, "map.not_an_array", "The value is not an array.");
            return null;
        }

        var made = new JsonArray();
        var items = value.Items();
        for (var i = 0; i < items.Length; i++)
        {
            var at = new TargetPath(path, place.To.Text, made.Count);
            var item = rules is null
                ? steps.Apply(items[i], place with { To = Json.JsonPointer.Root }, at, run).ToNode()
                : Translate(items[i], i, scope, place, at, run);
            if (item is not null)
            {
                made.Add(item);
            }
        }

        return made;
    }

    private JsonObject? Translate(JmesValue item, int index, JmesScope scope, RulePlace place, TargetPath at, MapRun run)
    {
        if (item.IsNull)
        {
            return null;
        }

        return rules!.Apply(item, scope with { Index = index }, at, run);
    }
}

/// <summary>Rules for an inner object; those of another map see that object as their whole document.</summary>
internal sealed class NestedRules(RuleProgram[] rules, bool ownRoot)
{
    /// <summary>The object; null when no rule gave a value.</summary>
    public JsonObject? Apply(JmesValue value, JmesScope scope, TargetPath path, MapRun run)
    {
        var made = new JsonObject();
        var inner = ownRoot ? scope with { Root = value } : scope;
        foreach (var rule in rules)
        {
            rule.Apply(value, inner, made, path, run);
        }

        return made.Count == 0 ? null : made;
    }
}
