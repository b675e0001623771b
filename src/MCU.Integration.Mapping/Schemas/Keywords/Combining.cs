using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>Compiles the keywords that combine schemas for one place.</summary>
internal static class Combining
{
    public static void AllOf(KeywordSite site)
    {
        var nodes = site.InPlaceList();
        site.Node.Unconditional.AddRange(nodes);
        site.Add(new AllOfRule(nodes));
    }

    public static void If(KeywordSite site)
    {
        if (!site.Has("then") && !site.Has("else"))
        {
            site.Refuse("has no effect without 'then' or 'else'");
            return;
        }

        var condition = site.InPlace();
        var then = site.Sibling("then");
        var otherwise = site.Sibling("else");
        site.Node.InPlace.AddRange(new[] { then, otherwise }.OfType<SchemaNode>());
        site.Add(new IfRule(condition, then, otherwise));
    }

    public static void Branch(KeywordSite site)
    {
        if (!site.Has("if"))
        {
            site.Refuse("has no effect without 'if'");
        }
    }

    public static void DependentRequired(KeywordSite site)
    {
        if (site.Value.ValueKind != JsonValueKind.Object)
        {
            site.Refuse("must be an object of lists of property names");
            return;
        }

        site.Add(new DependentRequiredRule([.. site.Value.EnumerateObject().Select(entry => (entry.Name, site.Names(entry.Value) ?? []))]));
    }

    public static void DependentSchemas(KeywordSite site)
    {
        var dependencies = site.ChildMap().ToList();
        site.Node.InPlace.AddRange(dependencies.Select(dependency => dependency.Node));
        site.Add(new DependentSchemasRule(dependencies));
    }
}
