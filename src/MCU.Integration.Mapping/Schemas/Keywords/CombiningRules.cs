using System.Globalization;
using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>A reference to another schema; bound when all schemas of the set are known.</summary>
internal sealed class RefRule : SchemaRule
{
    public SchemaNode? Target { get; set; }

    public override bool Check(JsonElement value, Evaluation run) => run.Same(Target!, value);
}

internal sealed class AllOfRule(SchemaNode[] nodes) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        var valid = true;
        foreach (var node in nodes)
        {
            valid &= run.Same(node, value);
        }

        return valid;
    }
}

internal sealed class AnyOfRule(SchemaNode[] nodes) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        var valid = false;
        foreach (var node in nodes)
        {
            valid |= run.Try(node, value);

            // Every alternative must be heard when somebody asks which properties were seen.
            if (valid && run.Seen is null)
            {
                return true;
            }
        }

        return valid || run.Fail("schema.anyOf", $"Matches none of the {nodes.Length} alternatives.", nodes.Length.ToString(CultureInfo.InvariantCulture));
    }
}

internal sealed class OneOfRule(SchemaNode[] nodes) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        var count = 0;
        foreach (var node in nodes)
        {
            count += run.Try(node, value) ? 1 : 0;
        }

        return count == 1 || run.Fail(
            "schema.oneOf",
            $"Must match exactly one of the {nodes.Length} alternatives, and matches {count}.",
            nodes.Length.ToString(CultureInfo.InvariantCulture),
            count.ToString(CultureInfo.InvariantCulture));
    }
}

internal sealed class NotRule(SchemaNode node) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run)
    {
        var seen = run.Seen;
        run.Seen = null;
        var matches = run.Try(node, value);
        run.Seen = seen;
        return !matches || run.Fail("schema.not", "Has what the schema excludes.");
    }
}

internal sealed class IfRule(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : SchemaRule
{
    public override bool Check(JsonElement value, Evaluation run) =>
        (run.Try(condition, value) ? then : otherwise) is not { } branch || run.Same(branch, value);
}
