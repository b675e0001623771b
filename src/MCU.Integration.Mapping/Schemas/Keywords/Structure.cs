using System.Text.Json;

namespace MCU.Integration.Mapping.Schemas.Keywords;

/// <summary>Compiles the keywords that lead to other places of the document or of the schemas.</summary>
internal static class Structure
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    public static void Dialect(KeywordSite site)
    {
        if (!site.IsRoot || site.Value.ValueKind != JsonValueKind.String || site.Value.GetString()!.TrimEnd('#') != Draft)
        {
            site.Refuse($"must be {Draft}, at the root");
        }
    }

    public static void Id(KeywordSite site)
    {
        if (!site.IsRoot || site.Value.ValueKind != JsonValueKind.String || site.Value.GetString() != site.Key)
        {
            site.Refuse($"must be the schema's key, {site.Key}, at the root");
        }
    }

    public static void Reference(KeywordSite site)
    {
        if (site.Value.ValueKind != JsonValueKind.String)
        {
            site.Refuse("must be #/$defs/<name>, a schema's key, or both joined");
            return;
        }

        var rule = new RefRule();
        site.Add(rule);
        site.Builder.BindLater(site, rule);
    }

    public static void Definitions(KeywordSite site) => _ = site.ChildMap();

    public static void PersonalData(KeywordSite site)
    {
        site.Node.Pii = site.Value.ValueKind == JsonValueKind.String
            ? site.Value.GetString() switch
            {
                "none" => PiiClass.None,
                "personal" => PiiClass.Personal,
                "special" => PiiClass.Special,
                _ => null,
            }
            : null;
        if (site.Node.Pii is null)
        {
            // Better masked than shown, should anybody look at a set that lint refuses.
            site.Node.Pii = PiiClass.Special;
            site.Refuse("must be none, personal or special");
        }
    }

    public static void Items(KeywordSite site)
    {
        if (site.Keyword == "prefixItems")
        {
            site.Node.PrefixItems.AddRange(site.ChildList());
        }
        else
        {
            site.Node.Items = site.Child();
        }

        if (site.Keyword == "items" || !site.Has("items"))
        {
            site.Add(new ItemsRule(site.Node));
        }
    }

    public static void Contains(KeywordSite site)
    {
        var min = site.SiblingValue("minContains") is { } least ? KeywordSite.Count(least) ?? 1 : 1;
        var max = site.SiblingValue("maxContains") is { } most ? KeywordSite.Count(most) ?? int.MaxValue : int.MaxValue;
        site.Add(new ContainsRule(site.Child(), min, max));
    }

    public static void ContainsCount(KeywordSite site)
    {
        if (KeywordSite.Count(site.Value) is null)
        {
            site.Refuse("must be a whole number that is not negative");
        }
        else if (!site.Has("contains"))
        {
            site.Refuse("has no effect without 'contains'");
        }
    }

    public static void Properties(KeywordSite site)
    {
        switch (site.Keyword)
        {
            case "properties":
                foreach (var (name, node) in site.ChildMap())
                {
                    site.Node.Properties[name] = node;
                }

                break;
            case "patternProperties":
                foreach (var (source, node) in site.ChildMap())
                {
                    if (site.Pattern(source) is { } pattern)
                    {
                        site.Node.PatternProperties.Add((pattern, node));
                    }
                }

                break;
            default:
                site.Node.AdditionalProperties = site.Child();
                break;
        }

        // One rule serves the three keywords: the first of them that the schema has, in this order.
        var first = site.Has("properties") ? "properties" : site.Has("patternProperties") ? "patternProperties" : "additionalProperties";
        if (site.Keyword == first)
        {
            site.Add(new PropertiesRule(site.Node));
        }
    }

    public static void UnevaluatedProperties(KeywordSite site) => site.Node.UnevaluatedProperties = site.Child();

    public static void Required(KeywordSite site)
    {
        if (site.Names(site.Value) is not { } names)
        {
            return;
        }

        site.Node.Required = names;
        site.Add(new RequiredRule(names));
    }
}
